package dev.muster.web;

import java.util.Optional;

/** Where the debrief puts the reports that it makes. */
public interface Reports {

    /** The drill's after-action report as one HTML page; empty until it is made. */
    Optional<String> report(String drill);
}
