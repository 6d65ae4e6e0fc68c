package hounsfield.spark;

import hounsfield.work.Progress;
import org.apache.spark.TaskContext;

/** Cancels the work of a task that Spark has killed. */
final class TaskProgress implements Progress {
    private final TaskContext task = TaskContext.get();

    @Override
    public void update(long done, long total) {}

    @Override
    public boolean isCancelled() {
        return task != null && task.isInterrupted();
    }
}
