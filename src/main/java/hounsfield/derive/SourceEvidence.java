package hounsfield.derive;

import hounsfield.standard.Tag;
import hounsfield.write.Elements;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lists all sources of an image by study and series (PS3.3 C.17.2.1 and C.12.4). */
public final class SourceEvidence {
    /** References by Series Instance UID, by Study Instance UID. */
    private final Map<String, Map<String, List<Elements>>> studies = new LinkedHashMap<>();

    /**
     * Collects the sources.
     *
     * @param image the image, whose frames name their sources
     */
    public SourceEvidence(NewImage image) {
        Set<String> seen = new HashSet<>();
        image.frames().stream()
                .map(NewFrame::source)
                .flatMap(Optional::stream)
                .filter(SourceInstance::isIdentified)
                .filter(source -> seen.add(source.text(Tag.SOP_INSTANCE_UID)))
                .forEach(this::add);
    }

    private void add(SourceInstance source) {
        String study = source.text(Tag.STUDY_INSTANCE_UID);
        String series = source.text(Tag.SERIES_INSTANCE_UID);
        if (study.isEmpty() || series.isEmpty()) return;
        studies.computeIfAbsent(study, uid -> new LinkedHashMap<>())
                .computeIfAbsent(series, uid -> new ArrayList<>())
                .add(new Elements()
                        .text("ReferencedSOPClassUID", source.text(Tag.SOP_CLASS_UID))
                        .text("ReferencedSOPInstanceUID", source.text(Tag.SOP_INSTANCE_UID)));
    }

    /** Adds Source Image Evidence Sequence, which enhanced images require. */
    void addEvidence(Elements target) {
        if (studies.isEmpty()) return;
        List<Elements> items = new ArrayList<>();
        studies.forEach((study, series) -> items.add(new Elements()
                .text("StudyInstanceUID", study)
                .sequence("ReferencedSeriesSequence", series(series, "ReferencedSOPSequence"))));
        target.sequence("SourceImageEvidenceSequence", items.toArray(Elements[]::new));
    }

    /**
     * Adds the Common Instance Reference module.
     *
     * @param study the Study Instance UID of the new image
     * @param target receives the module
     */
    public void addReferences(String study, Elements target) {
        List<Elements> others = new ArrayList<>();
        studies.forEach((uid, series) -> {
            Elements[] items = series(series, "ReferencedInstanceSequence");
            if (uid.equals(study)) target.sequence("ReferencedSeriesSequence", items);
            else others.add(new Elements().text("StudyInstanceUID", uid).sequence("ReferencedSeriesSequence", items));
        });
        if (!others.isEmpty())
            target.sequence("StudiesContainingOtherReferencedInstancesSequence", others.toArray(Elements[]::new));
    }

    private static Elements[] series(Map<String, List<Elements>> series, String instances) {
        List<Elements> items = new ArrayList<>();
        series.forEach((uid, references) -> items.add(new Elements()
                .text("SeriesInstanceUID", uid)
                .sequence(instances, references.toArray(Elements[]::new))));
        return items.toArray(Elements[]::new);
    }
}
