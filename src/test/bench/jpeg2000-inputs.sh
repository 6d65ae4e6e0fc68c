#!/bin/sh
# Encodes the inputs of Jpeg2000Benchmark from images that the test code draws.
# usage: jpeg2000-inputs.sh TEST_CLASSPATH FOLDER      needs opj_compress (libopenjp2-tools) and ojph_compress (openjph-tools)
set -e
classpath=$1
folder=$2
java -cp "$classpath" hounsfield.codec.BenchmarkImages "$folder"
cd "$folder"
for dicom in drawn-*.dcm; do
    name=${dicom#drawn-}
    name=${name%.dcm}
    size=${name%-*}
    kind=${name#*-}
    # The samples are the last that the file holds; PNM wants 16-bit ones in big endian.
    case $kind in
    rgb)
        input=$name.ppm
        { printf 'P6\n%d %d\n255\n' "$size" "$size"; tail -c $((3 * size * size)) "$dicom"; } > "$input"
        ;;
    8)
        input=$name.pgm
        { printf 'P5\n%d %d\n255\n' "$size" "$size"; tail -c $((size * size)) "$dicom"; } > "$input"
        ;;
    *)
        input=$name.pgm
        printf 'P5\n%d %d\n%d\n' "$size" "$size" $(((1 << kind) - 1)) > "$input"
        tail -c $((2 * size * size)) "$dicom" | dd conv=swab status=none >> "$input"
        ;;
    esac
    opj_compress -i "$input" -o x.j2k > encode.log && mv x.j2k "$name.reversible"
    opj_compress -i "$input" -o x.j2k -I -r 8 > encode.log && mv x.j2k "$name.irreversible"
    ojph_compress -i "$input" -o x.j2c -reversible true > encode.log && mv x.j2c "$name.ht"
    ojph_compress -i "$input" -o x.j2c -qstep 0.0005 > encode.log && mv x.j2c "$name.ht-irreversible"
    rm "$dicom" "$input"
done
rm encode.log
