package dev.muster.drill.port;

/** Hands messages to the notification service, marked EXERCISE. */
public interface Notifier {

    /** Hands the message over; throws if the service did not take it. */
    void publish(Notification notification);
}
