package org.mammoflow.review;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Arrays;
import org.mammoflow.access.Accounts;
import org.mammoflow.access.Caller;
import org.mammoflow.access.Callers;
import org.mammoflow.audit.TestTrail;
import org.mammoflow.finding.TestFindings;
import org.mammoflow.instance.TestInstances;

/** A reader's desk outside the container: the real front doors on one transaction. */
final class Desks {

    static final String PASSWORD = "right";

    private final EntityManager entityManager;
    private final Clock clock = Clock.systemUTC();
    private final Callers callers;
    private final CaseKeeping cases = new CaseKeeping();
    private final Sights sights = new Sights();
    private final Entries entries = new Entries();
    private final Turns turns = new Turns();
    private final Vocabulary vocabulary = new Vocabulary();
    private final CaseViews views = new CaseViews();

    Desks(EntityManager entityManager, String reader, String role) {
        this.entityManager = entityManager;
        this.callers = new Callers() {
            @Override
            public Caller current() {
                return new Caller(reader, role, "", "");
            }
        };
        cases.entityManager = entityManager;
        cases.instances = TestInstances.of(entityManager);
        cases.findings = TestFindings.of(entityManager);
        cases.changes = new Unheard();
        sights.entityManager = entityManager;
        sights.policies = policies();
        sights.callers = callers;
        entries.entityManager = entityManager;
        entries.sights = sights;
        entries.trail = TestTrail.of(entityManager);
        entries.callers = callers;
        entries.clock = clock;
        turns.cases = cases;
        turns.callers = callers;
        turns.clock = clock;
        vocabulary.entityManager = entityManager;
        views.cases = cases;
        views.entries = entries;
        views.sights = sights;
        views.instances = cases.instances;
        views.findings = cases.findings;
        views.callers = callers;
        views.clock = clock;
    }

    ReadingPolicies policies() {
        ReadingPolicies policies = new ReadingPolicies();
        policies.entityManager = entityManager;
        policies.trail = TestTrail.of(entityManager);
        policies.callers = callers;
        return policies;
    }

    Vocabulary vocabulary() {
        vocabulary.trail = TestTrail.of(entityManager);
        vocabulary.callers = callers;
        return vocabulary;
    }

    CaseView open(String study) {
        return views.of(cases.locked(study).orElseThrow());
    }

    Signing signing() {
        Signing signing = new Signing();
        signing.turns = turns;
        signing.cases = cases;
        signing.entries = entries;
        signing.views = views;
        signing.agreement = new Agreement();
        signing.agreement.cases = cases;
        signing.agreement.entries = entries;
        signing.agreement.instances = cases.instances;
        signing.agreement.findings = cases.findings;
        signing.agreement.policies = policies();
        signing.policies = policies();
        signing.accounts = accounts();
        signing.callers = callers;
        signing.clock = clock;
        return signing;
    }

    Stating stating() {
        Stating stating = new Stating();
        stating.turns = turns;
        stating.entries = entries;
        stating.views = views;
        stating.sights = sights;
        stating.vocabulary = vocabulary;
        stating.instances = cases.instances;
        stating.callers = callers;
        stating.changes = new Unheard();
        return stating;
    }

    Reviewing reviewing() {
        Reviewing reviewing = new Reviewing();
        reviewing.entityManager = entityManager;
        reviewing.turns = turns;
        reviewing.cases = cases;
        reviewing.sights = sights;
        reviewing.vocabulary = vocabulary;
        reviewing.findings = cases.findings;
        reviewing.instances = cases.instances;
        reviewing.accounts = accounts();
        reviewing.trail = TestTrail.of(entityManager);
        reviewing.callers = callers;
        reviewing.clock = clock;
        return reviewing;
    }

    Claiming claiming() {
        Claiming claiming = new Claiming();
        claiming.cases = cases;
        claiming.trail = TestTrail.of(entityManager);
        claiming.callers = callers;
        claiming.changes = new Unheard();
        claiming.clock = clock;
        return claiming;
    }

    private static Accounts accounts() {
        return new Accounts() {
            @Override
            public boolean signs(Caller caller, char[] password) {
                return Arrays.equals(password, PASSWORD.toCharArray());
            }
        };
    }
}
