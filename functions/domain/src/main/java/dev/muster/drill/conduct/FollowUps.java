package dev.muster.drill.conduct;

import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import dev.muster.drill.LogEntry;
import java.util.List;

/** What follows every change of a drill's clock. */
final class FollowUps {

    private FollowUps() {}

    /** Pending items are indexed anew, or closed if the drill is over. */
    static DueItem refile(String drill, LogEntry change) {
        return DueItem.atWallTime(drill, new Due.Refile(change.id()), change.at());
    }

    /** The trainer is told, and the team of what concerns it. */
    static DueItem tell(String drill, LogEntry change) {
        return DueItem.atWallTime(drill, new Due.Tell(change.id()), change.at());
    }

    static List<DueItem> refileAndTell(String drill, LogEntry change) {
        return List.of(refile(drill, change), tell(drill, change));
    }

    /** After every end the drill is scored, too. */
    static List<DueItem> afterTheEnd(String drill, LogEntry ended) {
        var score = DueItem.atWallTime(drill, new Due.Score(ended.id()), ended.at());
        return List.of(refile(drill, ended), tell(drill, ended), score);
    }
}
