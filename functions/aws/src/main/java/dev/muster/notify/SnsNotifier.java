package dev.muster.notify;

import dev.muster.drill.ExerciseMark;
import dev.muster.drill.port.Notification;
import dev.muster.drill.port.Notifier;
import dev.muster.scenario.Channel;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/**
 * Notifications by one topic of Amazon SNS. Each person's subscriptions take only what is theirs, by the attributes {@code
 * member} and {@code channel}.
 */
public final class SnsNotifier implements Notifier {

    private final SnsClient sns;
    private final String topic;
    private final Pace email;

    /**
     * @param topic the topic's ARN
     * @param email the pace of e-mails; whatever goes another way is not kept waiting
     */
    public SnsNotifier(SnsClient sns, String topic, Pace email) {
        this.sns = sns;
        this.topic = topic;
        this.email = email;
    }

    @Override
    public void publish(Notification notification) {
        if (notification.channel() == Channel.EMAIL) {
            email.await();
        }
        sns.publish(message -> message.topicArn(topic)
                .subject(ExerciseMark.subject(notification.subject()))
                .message(text(notification))
                .messageAttributes(attributes(notification)));
    }

    private static String text(Notification notification) {
        return notification.channel() == Channel.SMS
                ? ExerciseMark.sms(notification.text(), notification.link())
                : ExerciseMark.text(notification.text(), notification.link());
    }

    private static Map<String, MessageAttributeValue> attributes(Notification notification) {
        var attributes = new HashMap<String, MessageAttributeValue>();
        attributes.put("member", string(notification.recipient()));
        attributes.put("drill", string(notification.drill()));
        attributes.put("kind", string(notification.kind().name().toLowerCase(Locale.ROOT)));
        attributes.put("channel", string(notification.channel().label()));
        attributes.put("exercise", string("true"));
        notification.inject().ifPresent(inject -> attributes.put("inject", string(inject)));
        return attributes;
    }

    private static MessageAttributeValue string(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }
}
