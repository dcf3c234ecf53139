package dev.muster.scoring;

/** Makes a file for people out of a debriefing. The same debriefing gives the same bytes. */
public interface ReportRenderer {

    byte[] render(Debriefing debriefing);
}
