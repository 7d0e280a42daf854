package org.mammoflow.inference;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.lang.System.Logger.Level;

/**
 * Woken up by a message, works on one job. Outside any transaction: an inference of seconds must hold neither a database
 * connection nor a lock; the ledger has its own short ones.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = "java:/jms/queue/InferenceJobs"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "${mammoflow.inference.workers:2}")
        })
public class InferenceConsumer implements MessageListener {

    @Inject
    Inferring inferring;

    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void onMessage(Message message) {
        try {
            inferring.work(Long.parseLong(message.getBody(String.class)));
        } catch (JMSException | NumberFormatException e) {
            // The job, if there is one, is in the table: a message that nobody can read may go.
            System.getLogger("org.mammoflow.inference").log(Level.WARNING, "unreadable wake-up message dropped", e);
        }
    }
}
