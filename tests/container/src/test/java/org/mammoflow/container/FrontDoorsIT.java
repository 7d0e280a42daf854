package org.mammoflow.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;

/**
 * Every public method of every front door, called in the container in every role and in none: it admits exactly whom this
 * table names. A method or a bean that the table does not know is a failure, so nobody can open a door unseen.
 */
@ArquillianTest
class FrontDoorsIT {

    private static final String DOORS = """
            AccountKeeping.all             admin
            AccountKeeping.create          admin
            AccountKeeping.disable         admin
            AccountKeeping.enable          admin
            AccountKeeping.one             admin
            AccountKeeping.resetPassword   admin
            AuditExporting.begin           admin auditor
            AuditExporting.write           admin auditor
            AuditReading.key               admin auditor
            AuditReading.latest            admin auditor
            AuditReading.verify            admin auditor
            Claiming.claim                 radiologist
            Claiming.markUrgent            radiologist
            Claiming.release               radiologist
            Claiming.releaseAll            radiologist
            Claiming.takeOver              radiologist
            CommitmentOverview.latest      admin
            Conflicts.count                admin auditor radiologist
            Conflicts.latest               admin auditor
            Conflicts.page                 admin auditor radiologist
            Desk.change                    admin arbiter auditor modality-admin radiologist
            Desk.preferences               admin arbiter auditor modality-admin radiologist
            DicomPort.itself               anybody
            DicomPort.itselfOverTls        anybody
            DicomPort.port                 anybody
            DicomPort.tlsPort              anybody
            ExportDesk.begin               auditor
            ExportDesk.cancel              auditor
            ExportDesk.state               auditor
            ExportDesk.take                auditor
            ExportRun.run                  auditor
            FindingsReport.choices         auditor
            FindingsReport.counts          auditor
            FindingsReport.page            auditor radiologist
            ImageArchive.headers           auditor radiologist
            ImageArchive.open              auditor radiologist
            ImageArchive.openAgain         auditor radiologist
            ImageArchive.prefetch          auditor radiologist
            ImageArchive.search            auditor radiologist
            ImageArchive.study             auditor radiologist
            Jobs.failed                    admin
            Jobs.late                      admin auditor radiologist
            Jobs.ofInstance                admin auditor radiologist
            Jobs.ofInstances               admin auditor radiologist
            Jobs.retry                     admin
            Jobs.unjudged                  admin auditor radiologist
            Jobs.waiting                   admin
            Modalities.acceptsAnyCaller    anybody
            Modalities.address             anybody
            Modalities.admits              anybody
            Modalities.all                 modality-admin
            Modalities.enter               modality-admin
            Modalities.one                 modality-admin
            Modalities.remove              modality-admin
            NetworkStatus.fault            anybody
            NetworkStatus.identity         anybody
            NetworkStatus.provider         anybody
            NetworkSwitching.approve       admin
            NetworkSwitching.history       admin
            NetworkSwitching.installed     admin
            NetworkSwitching.open          admin
            NetworkSwitching.propose       admin
            NetworkSwitching.rollBack      admin
            NetworkSwitching.test          admin
            NetworkSwitching.withdraw      admin
            OutcomeImporting.files         auditor
            OutcomeImporting.importFrom    auditor
            OwnPassword.change             admin arbiter auditor modality-admin newcomer radiologist
            OwnPassword.choose             admin arbiter auditor modality-admin newcomer radiologist
            OwnPassword.isKnownToOthers    admin arbiter auditor modality-admin newcomer radiologist
            OwnPassword.isMissing          admin arbiter auditor modality-admin newcomer radiologist
            OwnPassword.onlySigns          admin arbiter auditor modality-admin newcomer radiologist
            NothingLost.lines              admin auditor
            PatientAccess.csv              auditor
            PatientAccess.of               auditor
            Readiness.checks               anybody
            ReadingPolicies.change         admin
            ReadingPolicies.current        anybody
            ReadingRoom.header             auditor radiologist
            ReadingRoom.image              admin auditor radiologist
            ReadingRoom.imageShown         auditor radiologist
            ReadingRoom.open               auditor radiologist
            ReadingRoom.openAgain          auditor radiologist
            ReadingRoom.prefetch           auditor radiologist
            ReadingRoom.prior              auditor radiologist
            ReadingRoom.showHeatMap        auditor radiologist
            ReadingRoom.studyShown         auditor radiologist
            ReadingSessions.current        radiologist
            ReadingSessions.defer          radiologist
            ReadingSessions.end            radiologist
            ReadingSessions.skip           radiologist
            ReadingSessions.start          radiologist
            Replaying.replay               auditor
            RereadReport.cases             auditor
            RereadReport.results           auditor
            Rereading.draw                 auditor
            Rereading.samples              auditor
            ReportExporting.export         auditor
            ReportRecording.record         auditor
            ReportStatistics.of            auditor
            ReportWriting.write            auditor
            Reviewing.change               radiologist
            Reviewing.review               radiologist
            Reviewing.undo                 radiologist
            SavedViews.forget              auditor radiologist
            SavedViews.mine                auditor radiologist
            SavedViews.save                auditor radiologist
            ShadowReading.disagreements    auditor
            ShadowReading.tallies          auditor
            Signing.add                    radiologist
            Signing.sign                   radiologist
            Signing.takeBack               radiologist
            Stating.assess                 radiologist
            Stating.missed                 radiologist
            Stating.recallTechnically      radiologist
            Stating.withdraw               radiologist
            TrailSearch.begin              auditor
            TrailSearch.count              auditor
            TrailSearch.page               auditor
            TrailSearch.write              auditor
            Vocabulary.categories          anybody
            Vocabulary.category            anybody
            Vocabulary.enterCategory       admin
            Vocabulary.enterReason         admin
            Vocabulary.offersCategory      anybody
            Vocabulary.offersReason        anybody
            Vocabulary.reasons             anybody
            Vocabulary.removeCategory      admin
            Vocabulary.removeReason        admin
            Worklist.next                  auditor radiologist
            Worklist.order                 auditor radiologist
            Worklist.page                  auditor radiologist
            Worklist.place                 auditor radiologist
            Worklist.previous              auditor radiologist
            Worklist.readable              auditor radiologist
            """;

    private static final Set<String> ANYBODY = Set.of("anybody");

    /** Beans for other rooms. They ask for no role: an architecture test keeps the web tier from calling them. */
    private static final String FOR_ROOMS_ONLY = """
            Accounts
            Agreement
            AuditFeed
            AuditFollowing
            AuditTrail
            Callers
            CaseKeeping
            CaseViews
            CommitmentLedger
            DailySignature
            Entries
            FeedLedger
            Findings
            FirstAccounts
            HeadSigning
            Instances
            JobLedger
            JobSweeper
            NetworkChoices
            NetworkWatch
            Networks
            ProviderAccounts
            Registering
            ReplayLedger
            ReportSchedule
            SchemaAtStart
            ShadowFindings
            Sights
            StartAudit
            StoredStudies
            Turns
            """;

    @Inject
    BeanManager beans;

    @Inject
    @Any
    Instance<Object> references;

    @Inject
    AsRadiologist radiologist;

    @Inject
    AsAuditor auditor;

    @Inject
    AsAdmin admin;

    @Inject
    AsArbiter arbiter;

    @Inject
    AsModalityAdmin modalityAdmin;

    @Inject
    AsNewcomer newcomer;

    @Deployment
    static EnterpriseArchive application() {
        return Application.withTests(FrontDoorsIT.class);
    }

    @Test
    void every_front_door_admits_exactly_its_roles() {
        assertThat(admitted()).isEqualTo(promised());
    }

    @Test
    void beans_that_ask_for_no_role_are_those_that_serve_rooms_only() {
        assertThat(String.join(
                        "\n",
                        new TreeSet<>(enterpriseBeans()
                                .filter(bean -> !isFrontDoor(bean))
                                .map(Class::getSimpleName)
                                .toList())))
                .isEqualTo(FOR_ROOMS_ONLY.strip());
    }

    private Map<String, String> admitted() {
        Map<String, String> doors = new TreeMap<>();
        enterpriseBeans()
                .filter(FrontDoorsIT::isFrontDoor)
                .forEach(bean -> methods(bean)
                        .forEach(method -> doors.merge(
                                bean.getSimpleName() + "." + method.getName(),
                                String.join(" ", admittedTo(bean, method)),
                                (one, other) -> one.equals(other) ? one : "overloads differ: " + one + " | " + other)));
        return doors;
    }

    private static Map<String, String> promised() {
        Map<String, String> doors = new TreeMap<>();
        DOORS.lines().map(line -> line.split("\\s+", 2)).forEach(door -> doors.put(door[0], door[1].strip()));
        return doors;
    }

    private Set<String> admittedTo(Class<?> bean, Method method) {
        Map<String, As> roles = new LinkedHashMap<>();
        roles.put("admin", admin);
        roles.put("anonymous", FrontDoorsIT::asNobody);
        roles.put("arbiter", arbiter);
        roles.put("auditor", auditor);
        roles.put("modality-admin", modalityAdmin);
        roles.put("newcomer", newcomer);
        roles.put("radiologist", radiologist);
        TreeSet<String> admitted = new TreeSet<>();
        roles.forEach((role, as) -> {
            if (admits(as, bean, method)) {
                admitted.add(role);
            }
        });
        return admitted.equals(roles.keySet()) ? ANYBODY : admitted;
    }

    // Whoever is admitted may well fail afterwards: the arguments make no sense.
    private boolean admits(As as, Class<?> bean, Method method) {
        Object reference = references.select(bean).get();
        try {
            as.call(() -> ended(method.invoke(reference, senseless(method.getParameterTypes()))));
            return true;
        } catch (InvocationTargetException | ExecutionException e) {
            return !(e.getCause() instanceof EJBAccessException);
        } catch (Exception e) {
            throw new IllegalStateException(bean + "." + method, e);
        }
    }

    // Whoever is called beside the caller refuses beside the caller too: the refusal comes with the end.
    private static Object ended(Object result) throws InterruptedException, ExecutionException {
        return result instanceof Future<?> later ? later.get() : result;
    }

    private static <T> T asNobody(java.util.concurrent.Callable<T> deed) throws Exception {
        return deed.call();
    }

    private static Object[] senseless(Class<?>[] types) {
        return Stream.of(types)
                .map(type -> type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null)
                .toArray();
    }

    private Stream<Class<?>> enterpriseBeans() {
        return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(Bean::getBeanClass)
                .filter(type -> type.getPackageName().startsWith("org.mammoflow."))
                .filter(type -> type.getPackage() != FrontDoorsIT.class.getPackage())
                .filter(type -> has(type, Stateless.class) || has(type, Stateful.class) || has(type, Singleton.class))
                .distinct();
    }

    private static boolean isFrontDoor(Class<?> bean) {
        return has(bean, RolesAllowed.class)
                || has(bean, PermitAll.class)
                || methods(bean)
                        .anyMatch(method -> method.isAnnotationPresent(RolesAllowed.class)
                                || method.isAnnotationPresent(PermitAll.class));
    }

    private static Stream<Method> methods(Class<?> bean) {
        return Stream.of(bean.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isBridge());
    }

    private static boolean has(Class<?> type, Class<? extends Annotation> annotation) {
        return type.isAnnotationPresent(annotation);
    }
}
