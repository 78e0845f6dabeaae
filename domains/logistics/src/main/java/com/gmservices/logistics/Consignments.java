package com.gmservices.logistics;

import com.gmservices.database.Ids;
import com.gmservices.logistics.PackageDelivery.Parcel;
import com.gmservices.money.Money;
import com.gmservices.requests.ServiceLine.Work;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Parcels on their way from a consignor to a consignee. */
@Repository
class Consignments {

    private final Books books;
    private final Scales scales;

    Consignments(Books books, Scales scales) {
        this.books = books;
        this.scales = scales;
    }

    /** Measures in centimetres, weights in kilograms, values in minor units. */
    private record Row(
            UUID id,
            int position,
            String contents,
            BigDecimal weight,
            BigDecimal length,
            BigDecimal width,
            BigDecimal height,
            BigDecimal billable,
            boolean fragile,
            @Nullable Long declaredValue) {}

    void open(Work work, PackageDelivery delivery) {
        bind(work, delivery).update();
        books.rows("""
                insert into logistics.parcel
                    (tenant_id, id, consignment_id, position, contents, weight_kg, length_cm, width_cm, height_cm,
                     billable_kg, fragile, declared_value)
                select :tenant, row.id, :id, row.position, row.contents, row.weight, row.length, row.width, row.height,
                       row.billable, row.fragile, row.declared_value
                from jsonb_to_recordset(:rows::jsonb) as row
                    (id uuid, position int, contents text, weight numeric, length numeric, width numeric,
                     height numeric, billable numeric, fragile boolean, declared_value bigint)
                on conflict (tenant_id, consignment_id, position) do nothing
                """, work, rows(delivery.parcels(), work.currency()));
    }

    private JdbcClient.StatementSpec bind(Work work, PackageDelivery delivery) {
        Window pickUp = delivery.pickUp();
        Window arrival = delivery.delivery();
        var line = books.line("""
                insert into logistics.consignment
                    (tenant_id, id, customer_id, stage,
                     consignor_name, consignor_phone, consignor_street, consignor_town, consignor_directions,
                     consignor_country, consignee_name, consignee_phone, consignee_street, consignee_town,
                     consignee_directions, consignee_country, pick_up_on, pick_up_from, pick_up_until,
                     deliver_on, deliver_from, deliver_until, billable_kg, currency, opened_at, stage_since)
                values (:tenant, :id, :customer, 'requested',
                        :senderName, :senderPhone, :senderStreet, :senderTown, :senderDirections, :senderCountry,
                        :recipientName, :recipientPhone, :recipientStreet, :recipientTown, :recipientDirections,
                        :recipientCountry, :pickUpOn, :pickUpFrom, :pickUpUntil, :deliverOn, :deliverFrom,
                        :deliverUntil, :billable, :currency, :now, :now)
                on conflict (tenant_id, id) do nothing
                """, work);
        bind(line, "sender", delivery.sender(), work);
        bind(line, "recipient", delivery.recipient(), work);
        return line.param("pickUpOn", pickUp.on())
                .param("pickUpFrom", pickUp.from())
                .param("pickUpUntil", pickUp.until())
                .param("deliverOn", arrival == null ? null : arrival.on())
                .param("deliverFrom", arrival == null ? null : arrival.from())
                .param("deliverUntil", arrival == null ? null : arrival.until())
                .param("billable", scales.billable(delivery.parcels()))
                .param("currency", work.currency().getCurrencyCode());
    }

    private static void bind(JdbcClient.StatementSpec line, String who, Party party, Work work) {
        line.param(who + "Name", party.name())
                .param(who + "Phone", party.phoneFrom(work.site()).e164())
                .param(who + "Street", party.street())
                .param(who + "Town", party.town())
                .param(who + "Directions", party.directions())
                .param(who + "Country", party.country());
    }

    private List<Row> rows(List<Parcel> parcels, Currency currency) {
        return IntStream.range(0, parcels.size())
                .mapToObj(i -> row(i + 1, parcels.get(i), currency))
                .toList();
    }

    private Row row(int position, Parcel parcel, Currency currency) {
        BigDecimal value = parcel.declaredValue();
        return new Row(
                Ids.next(),
                position,
                parcel.contents(),
                parcel.weight(),
                parcel.length(),
                parcel.width(),
                parcel.height(),
                scales.billable(parcel),
                parcel.isFragile(),
                value == null ? null : Money.ofMajor(value, currency).amount());
    }
}
