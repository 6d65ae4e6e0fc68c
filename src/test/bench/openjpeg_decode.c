/* Decode times of OpenJPEG, in process, single thread, of code streams that were read before.
 *
 * build: apt-get install libopenjp2-7-dev gcc && gcc -O2 -I/usr/include/openjpeg-2.5 openjpeg_decode.c -o openjpeg_decode -lopenjp2
 * usage: openjpeg_decode SECONDS FILE ...
 *
 * One line a file, tab separated: file, best ms, median ms, runs. The time is the processor's, so that what else the machine does counts
 * less.
 */
#include <openjpeg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MOST_RUNS 10000

typedef struct {
    const unsigned char* bytes;
    size_t length;
    size_t at;
} Memory;

static OPJ_SIZE_T read_bytes(void* target, OPJ_SIZE_T count, void* user) {
    Memory* memory = user;
    size_t left = memory->length - memory->at;
    if (left == 0) return (OPJ_SIZE_T) -1;
    if (count > left) count = left;
    memcpy(target, memory->bytes + memory->at, count);
    memory->at += count;
    return count;
}

static OPJ_OFF_T skip_bytes(OPJ_OFF_T count, void* user) {
    ((Memory*) user)->at += count;
    return count;
}

static OPJ_BOOL seek_byte(OPJ_OFF_T position, void* user) {
    ((Memory*) user)->at = position;
    return OPJ_TRUE;
}

static double milliseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static int by_value(const void* a, const void* b) {
    double x = *(const double*) a, y = *(const double*) b;
    return (x > y) - (x < y);
}

static int decode(const unsigned char* bytes, size_t length) {
    Memory memory = {bytes, length, 0};
    opj_stream_t* stream = opj_stream_create(1 << 20, OPJ_TRUE);
    opj_stream_set_user_data(stream, &memory, NULL);
    opj_stream_set_user_data_length(stream, length);
    opj_stream_set_read_function(stream, read_bytes);
    opj_stream_set_skip_function(stream, skip_bytes);
    opj_stream_set_seek_function(stream, seek_byte);
    opj_codec_t* codec = opj_create_decompress(OPJ_CODEC_J2K);
    opj_dparameters_t parameters;
    opj_set_default_decoder_parameters(&parameters);
    opj_image_t* image = NULL;
    int sound = opj_setup_decoder(codec, &parameters) && opj_read_header(stream, codec, &image)
            && opj_decode(codec, stream, image) && opj_end_decompress(codec, stream);
    opj_image_destroy(image);
    opj_destroy_codec(codec);
    opj_stream_destroy(stream);
    return sound;
}

int main(int argc, char** argv) {
    static double runs[MOST_RUNS];
    if (argc < 3) return 2;
    double budget = atof(argv[1]) * 1e3;
    for (int i = 2; i < argc; i++) {
        FILE* file = fopen(argv[i], "rb");
        if (!file) return 1;
        fseek(file, 0, SEEK_END);
        size_t length = ftell(file);
        rewind(file);
        unsigned char* bytes = malloc(length);
        if (fread(bytes, 1, length, file) != length) return 1;
        fclose(file);
        int count = 0;
        double spent = 0;
        while ((spent < budget || count < 3) && count < MOST_RUNS) {
            double start = milliseconds();
            if (!decode(bytes, length)) break;
            runs[count] = milliseconds() - start;
            spent += runs[count++];
        }
        free(bytes);
        if (count == 0) {
            printf("%s\tcannot be decoded\n", argv[i]);
            continue;
        }
        qsort(runs, count, sizeof(double), by_value);
        printf("%s\t%.3f\t%.3f\t%d\n", argv[i], runs[0], runs[count / 2], count);
        fflush(stdout);
    }
    return 0;
}
