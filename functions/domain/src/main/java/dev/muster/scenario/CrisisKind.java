package dev.muster.scenario;

import java.util.Locale;

/** The kinds of customer crisis that the library knows. */
public enum CrisisKind {
    NATURAL_DISASTER,
    MARKET_SHIFT,
    DATA_BREACH,
    OUTAGE,
    PRODUCT_RECALL,
    SOCIAL_MEDIA_BACKLASH,
    TRANSPORT_INCIDENT,
    BILLING_ERROR,
    SUPPLIER_FAILURE,
    AUTOMATED_ADVICE;

    /** The name used in files and in the API, for example {@code data-breach}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
