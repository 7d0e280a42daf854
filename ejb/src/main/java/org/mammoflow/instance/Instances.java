package org.mammoflow.instance;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Finds stored instances; for the rooms, not for callers from outside (those go through a room that checks roles). */
@Stateless
public class Instances {

    @PersistenceContext
    EntityManager entityManager;

    public Instance get(long id) {
        StoredInstance instance = entityManager.find(StoredInstance.class, id);
        if (instance == null) {
            throw new IllegalStateException("instance " + id + " is not stored");
        }
        return instance.view();
    }

    public Optional<Instance> bySopInstanceUid(String sopInstanceUid) {
        return query("select i from StoredInstance i where i.sopInstanceUid = :uid", sopInstanceUid).stream()
                .findFirst();
    }

    public List<Instance> ofStudy(String studyInstanceUid) {
        return query("select i from StoredInstance i where i.studyInstanceUid = :uid order by i.id", studyInstanceUid);
    }

    private List<Instance> query(String jpql, String uid) {
        return entityManager
                .createQuery(jpql, StoredInstance.class)
                .setParameter("uid", uid)
                .getResultStream()
                .map(StoredInstance::view)
                .toList();
    }
}
