package org.mneme.lab.capacity;

import java.math.BigDecimal;
import org.mneme.model.Interaction;
import org.mneme.model.Learning;
import org.mneme.model.SelfCoupling;

/** Networks that tests measure. */
final class Networks {
    static final Network EXPONENTIAL = excluded(new Interaction.Exponential(1));
    static final Network LINEAR = excluded(new Interaction.Linear());
    static final Network THRESHOLD = excluded(new Interaction.Threshold(new BigDecimal("0.7")));
    static final Network PSEUDOINVERSE =
            new Network.Dense(new Interaction.Polynomial(2), SelfCoupling.INCLUDED, Learning.PSEUDOINVERSE);
    static final Network MIXED = new Network.Mixed(new Interaction.Polynomial(2), new Interaction.Polynomial(2), 2.5);

    private Networks() {}

    static Network excluded(Interaction interaction) {
        return new Network.Dense(interaction, SelfCoupling.EXCLUDED, Learning.HEBBIAN);
    }

    static Network included(Interaction interaction) {
        return new Network.Dense(interaction, SelfCoupling.INCLUDED, Learning.HEBBIAN);
    }

    static Network polynomial(int degree) {
        return excluded(new Interaction.Polynomial(degree));
    }
}
