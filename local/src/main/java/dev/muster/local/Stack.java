package dev.muster.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the template asks for, with every reference resolved to this machine: the part that the local cloud plays. */
record Stack(List<Table> tables, List<Queue> queues, List<Secret> secrets, List<Function> functions) {

    /** A table; {@code properties} as CloudFormation spells them. */
    record Table(String logicalId, String name, Map<String, Object> properties, Place at) {}

    /**
     * A queue.
     *
     * @param attributes as {@code CreateQueue} takes them
     */
    record Queue(String logicalId, String name, String arn, Map<String, String> attributes, Place at) {
        boolean redrives() {
            return attributes.containsKey("RedrivePolicy");
        }
    }

    /** A secret that is made up once: {@code template} with a random {@code key} added. */
    record Secret(String logicalId, String arn, String template, String key, int length) {}

    /** A function, with what calls it. */
    record Function(
            String logicalId,
            String handlerClass,
            String handlerMethod,
            Duration timeout,
            int memoryMegabytes,
            Map<String, String> environment,
            List<Trigger> triggers,
            Place at) {}

    /** What calls a function. */
    sealed interface Trigger {

        /** {@code path} with parameters in braces. */
        record Route(String method, String path, Place at) implements Trigger {}

        /** Every {@code rate}. */
        record Schedule(String name, Duration rate, Place at) implements Trigger {}

        /** @param maximumConcurrency batches in work at once */
        record Messages(
                String queueArn,
                int batchSize,
                Duration window,
                boolean reportsFailures,
                int maximumConcurrency,
                Place at)
                implements Trigger {}
    }

    /** Where Lambda stops adding pollers when the template does not say. */
    private static final int DEFAULT_CONCURRENCY = 1000;

    private static final int DEFAULT_BATCH = 10;
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(3);
    private static final int DEFAULT_MEMORY = 128;
    private static final Pattern RATE = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)");

    /** Resources that change nothing for the code on one machine. */
    private static final Set<String> WITHOUT_EFFECT =
            Set.of("AWS::Logs::LogGroup", "AWS::IAM::Role", "AWS::S3::BucketPolicy", "AWS::CloudWatch::Alarm");

    private static final Set<String> REFERENCED_ONLY =
            Set.of("AWS::SNS::Topic", "AWS::S3::Bucket", "AWS::Serverless::HttpApi");

    /** Reads the template's resources; fails at the first that the local cloud cannot play. */
    static Stack of(Template template, Resolver resolver) {
        var reader = new Reader(template, resolver);
        template.resources().values().forEach(reader::read);
        return reader.stack();
    }

    private static final class Reader {

        private final Template template;
        private final Resolver resolver;
        private final List<Table> tables = new ArrayList<>();
        private final List<Queue> queues = new ArrayList<>();
        private final List<Secret> secrets = new ArrayList<>();
        private final List<Function> functions = new ArrayList<>();

        Reader(Template template, Resolver resolver) {
            this.template = template;
            this.resolver = resolver;
        }

        Stack stack() {
            return new Stack(List.copyOf(tables), List.copyOf(queues), List.copyOf(secrets), List.copyOf(functions));
        }

        void read(Template.Resource resource) {
            switch (resource.type()) {
                case "AWS::DynamoDB::Table" -> tables.add(table(resource));
                case "AWS::SQS::Queue" -> queues.add(queue(resource));
                case "AWS::SecretsManager::Secret" -> secrets.add(secret(resource));
                case "AWS::Serverless::Function" -> functions.add(function(resource));
                default -> {
                    if (!WITHOUT_EFFECT.contains(resource.type()) && !REFERENCED_ONLY.contains(resource.type())) {
                        throw template.error(
                                resource.at(), "the local cloud cannot play a resource of type " + resource.type());
                    }
                }
            }
        }

        private Table table(Template.Resource resource) {
            var properties = new LinkedHashMap<String, Object>();
            resource.properties().values().forEach((key, value) -> {
                if (!key.equals("Tags")) {
                    properties.put(key, resolver.evaluate(value));
                }
            });
            return new Table(
                    resource.logicalId(), LocalAccount.physicalName(resource.logicalId()), properties, resource.at());
        }

        private Queue queue(Template.Resource resource) {
            var attributes = new LinkedHashMap<String, String>();
            resource.properties().values().forEach((key, value) -> {
                switch (key) {
                    case "VisibilityTimeout",
                            "MessageRetentionPeriod",
                            "DelaySeconds",
                            "ReceiveMessageWaitTimeSeconds" -> attributes.put(key, resolver.text(value));
                    case "RedrivePolicy" -> attributes.put(key, redrivePolicy(value));
                    case "SqsManagedSseEnabled", "KmsMasterKeyId", "Tags" -> {
                        // Nothing to encrypt or tag on this machine.
                    }
                    default ->
                        throw template.error(value.at(), "the local cloud does not know the queue property " + key);
                }
            });
            var name = LocalAccount.physicalName(resource.logicalId());
            return new Queue(
                    resource.logicalId(), name, LocalAccount.arn("sqs", name), Map.copyOf(attributes), resource.at());
        }

        private String redrivePolicy(Value value) {
            var policy = template.fields(value).values();
            return "{\"deadLetterTargetArn\":\"" + resolver.text(needed(policy, "deadLetterTargetArn", value.at()))
                    + "\",\"maxReceiveCount\":" + resolver.number(needed(policy, "maxReceiveCount", value.at())) + "}";
        }

        private Secret secret(Template.Resource resource) {
            var generated = needed(resource.properties().values(), "GenerateSecretString", resource.at());
            var how = template.fields(generated).values();
            return new Secret(
                    resource.logicalId(),
                    LocalAccount.arn("secretsmanager", "secret:" + LocalAccount.physicalName(resource.logicalId())),
                    resolver.text(needed(how, "SecretStringTemplate", generated.at())),
                    resolver.text(needed(how, "GenerateStringKey", generated.at())),
                    resolver.number(needed(how, "PasswordLength", generated.at())));
        }

        private Function function(Template.Resource resource) {
            var handler = needed(property(resource, "Handler"), resource.at(), "Handler");
            var named = resolver.text(handler).split("::", -1);
            if (named.length > 2) {
                throw template.error(handler.at(), "a Handler reads package.Class::method");
            }
            return new Function(
                    resource.logicalId(),
                    named[0],
                    named.length == 2 ? named[1] : "handleRequest",
                    property(resource, "Timeout")
                            .map(value -> Duration.ofSeconds(resolver.number(value)))
                            .orElse(DEFAULT_TIMEOUT),
                    property(resource, "MemorySize").map(resolver::number).orElse(DEFAULT_MEMORY),
                    environment(resource),
                    triggers(resource),
                    handler.at());
        }

        private Map<String, String> environment(Template.Resource resource) {
            var environment = new LinkedHashMap<String, String>();
            template.entries("Globals", "Function", "Environment", "Variables")
                    .forEach((name, value) -> environment.put(name, resolver.text(value)));
            var own = resource.properties().values().get("Environment");
            if (own != null) {
                var variables = needed(template.fields(own).values(), "Variables", own.at());
                template.fields(variables)
                        .values()
                        .forEach((name, value) -> environment.put(name, resolver.text(value)));
            }
            return Map.copyOf(environment);
        }

        private List<Trigger> triggers(Template.Resource resource) {
            var triggers = new ArrayList<Trigger>();
            var events = resource.properties().values().get("Events");
            if (events != null) {
                template.fields(events).values().forEach((name, event) -> triggers.add(trigger(name, event)));
            }
            return List.copyOf(triggers);
        }

        private Trigger trigger(String name, Value event) {
            var entry = template.fields(event).values();
            var type = needed(entry, "Type", event.at());
            var fields = needed(entry, "Properties", event.at());
            var properties = template.fields(fields).values();
            return switch (template.text(type)) {
                case "HttpApi" -> route(properties, fields.at());
                case "Schedule" -> schedule(name, properties, fields.at());
                case "SQS" -> messages(properties, fields.at());
                default ->
                    throw template.error(
                            type.at(), "the local cloud cannot play an event of type " + template.text(type));
            };
        }

        private Trigger.Route route(Map<String, Value> properties, Place at) {
            resolver.text(needed(properties, "ApiId", at));
            var path = needed(properties, "Path", at);
            if (!resolver.text(path).startsWith("/")) {
                throw template.error(path.at(), "a Path starts with /");
            }
            return new Trigger.Route(resolver.text(needed(properties, "Method", at)), resolver.text(path), path.at());
        }

        private Trigger.Schedule schedule(String name, Map<String, Value> properties, Place at) {
            var schedule = needed(properties, "Schedule", at);
            var rate = RATE.matcher(resolver.text(schedule));
            if (!rate.matches()) {
                throw template.error(schedule.at(), "the local cloud knows schedules like rate(1 minute)");
            }
            var count = Long.parseLong(rate.group(1));
            var every =
                    switch (rate.group(2)) {
                        case "minute" -> Duration.ofMinutes(count);
                        case "hour" -> Duration.ofHours(count);
                        default -> Duration.ofDays(count);
                    };
            return new Trigger.Schedule(name, every, schedule.at());
        }

        private Trigger.Messages messages(Map<String, Value> properties, Place at) {
            var queue = needed(properties, "Queue", at);
            return new Trigger.Messages(
                    resolver.text(queue),
                    Optional.ofNullable(properties.get("BatchSize"))
                            .map(resolver::number)
                            .orElse(DEFAULT_BATCH),
                    Duration.ofSeconds(Optional.ofNullable(properties.get("MaximumBatchingWindowInSeconds"))
                            .map(resolver::number)
                            .orElse(0)),
                    Optional.ofNullable(properties.get("FunctionResponseTypes"))
                            .map(resolver::evaluate)
                            .map(types -> types.equals(List.of("ReportBatchItemFailures")))
                            .orElse(false),
                    Optional.ofNullable(properties.get("ScalingConfig"))
                            .map(scaling ->
                                    needed(template.fields(scaling).values(), "MaximumConcurrency", scaling.at()))
                            .map(resolver::number)
                            .orElse(DEFAULT_CONCURRENCY),
                    queue.at());
        }

        /** A function's own property, or the one of {@code Globals}. */
        private Optional<Value> property(Template.Resource resource, String name) {
            return Optional.ofNullable(resource.properties().values().get(name))
                    .or(() -> template.section("Globals", "Function", name));
        }

        private Value needed(Map<String, Value> fields, String key, Place at) {
            return needed(Optional.ofNullable(fields.get(key)), at, key);
        }

        private Value needed(Optional<Value> value, Place at, String key) {
            return value.orElseThrow(() -> template.error(at, "the key " + key + " is missing"));
        }
    }
}
