package hounsfield.dataset.export;

import hounsfield.work.Progress;

/**
 * Reports the progress of a part as progress of the whole.
 *
 * @param whole receives the progress
 * @param before number of steps before the part
 * @param total number of all steps
 */
record PartProgress(Progress whole, int before, int total) implements Progress {
    @Override
    public void update(long done, long count) {
        whole.update(before + done, total);
    }

    @Override
    public boolean isCancelled() {
        return whole.isCancelled();
    }

    @Override
    public void status(String text) {
        whole.status(text);
    }
}
