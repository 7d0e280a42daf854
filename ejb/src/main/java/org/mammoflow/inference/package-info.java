/**
 * One job per image: queue in, decode, classify, record the typed outcome, retry or park. And which network classifies:
 * proposed by one administrator, approved by another, tested before it is used; a shadow may be asked beside it.
 *
 * <p>In: {@link org.mammoflow.instance.InstanceStored}, wake-up messages, administrators' choices. Out: findings, or the
 * reason why there is none; for an auditor, whether a finding comes out again. The job table is the truth; a message only
 * wakes a worker up, so a lost, duplicated or late one changes nothing. Never: a class for an image that the network was
 * not made for, a silent failure.
 */
package org.mammoflow.inference;
