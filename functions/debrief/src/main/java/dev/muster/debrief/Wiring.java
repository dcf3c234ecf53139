package dev.muster.debrief;

import dev.muster.cloud.Cloud;
import dev.muster.drill.conduct.Waker;
import dev.muster.drill.port.DrillStore;
import dev.muster.rating.Raters;
import dev.muster.report.HtmlReport;
import dev.muster.scoring.MessageRater;
import dev.muster.scoring.RateMessage;
import dev.muster.scoring.ScoreDrill;
import dev.muster.store.BlobReports;
import java.time.Clock;
import java.util.Map;

/** Puts the function together from its environment. */
final class Wiring {

    private final Clock clock = Clock.systemUTC();
    private final MessageRater rater;
    private final Cloud cloud;
    private final DrillStore drills;

    Wiring(Map<String, String> environment) {
        this.cloud = new Cloud(environment, clock);
        this.drills = cloud.drills();
        this.rater = Raters.of(environment);
    }

    RateMessage rateMessage() {
        return new RateMessage(drills, rater, new Waker(cloud.queue(), clock), clock);
    }

    ScoreDrill scoreDrill() {
        return new ScoreDrill(drills, new BlobReports(cloud.blobs()), rater, new HtmlReport(), cloud.notifier(), clock);
    }
}
