package hounsfield.calibrate.suv;

import java.util.Locale;

/**
 * A unit of enhanced images, a UCUM code (PS3.16 CID 84 and 85), in the terms of classic PET images.
 *
 * @param units as Units (0054,1001), {@code BQML}, {@code GML} or {@code CM2ML}; the unit itself if it is another one
 * @param suvType as SUV Type (0054,1006); empty for {@code BQML}
 */
record PetUnit(String units, String suvType) {
    /** Converts a unit. A text in braces before or after the unit names the type of the SUV. */
    static PetUnit of(String unit) {
        int open = unit.indexOf('{');
        int close = unit.indexOf('}');
        boolean braces = open >= 0 && close > open;
        String kind = braces ? letters(unit.substring(open + 1, close)) : "";
        String plain = letters(braces ? unit.substring(0, open) + unit.substring(close + 1) : unit);
        return switch (plain) {
            case "bqml" -> new PetUnit("BQML", "");
            case "gml" -> new PetUnit("GML", suvType(kind));
            case "cm2ml" -> new PetUnit("CM2ML", "BSA");
            default -> new PetUnit(unit, "");
        };
    }

    private static String suvType(String kind) {
        return switch (kind) {
            case "", "suvbw" -> "BW";
            case "suvlbmjames128" -> "LBMJAMES128";
            case "suvlbmjanma" -> "LBMJANMA";
            case "suvlbm" -> "LBM";
            default -> kind;
        };
    }

    private static String letters(String text) {
        return text.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }
}
