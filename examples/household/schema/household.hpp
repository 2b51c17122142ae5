// The schema of a service for people who share a home.
#pragma once

#include <tenon/annotations.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace household {
using namespace tenon::annotations;

enum class TENON(enum_type("role")) Role { member, admin };

struct ChoreList;

struct TENON(table("households"), comment("People who share one roof")) Household {
  TENON(primary_key, identity) std::int64_t id;
  TENON(varchar(120)) std::string name;
  TENON(references<ChoreList>(on_delete::set_null)) std::optional<std::int64_t> default_list_id;
  TENON(default_sql("now()")) timestamptz created_at;

  TENON_TABLE(check("households_name_not_blank", "btrim(name) <> ''"));
};

struct TENON(table("users")) User {
  TENON(primary_key, identity) std::int64_t id;
  TENON(references(&Household::id, on_delete::cascade), index) std::int64_t household_id;
  TENON(unique) std::string email;
  bool email_verified = false;
  Role role = Role::member;
  TENON(renamed_from("display_name")) std::optional<std::string> full_name;
  TENON(varchar(35), comment("A BCP 47 language tag")) std::string locale;
  TENON(default_sql("now()")) timestamptz created_at;

  TENON_TABLE(unique(&User::household_id, &User::full_name),
              check("users_email_has_at", "position('@' in email) > 1"));
};

enum class TENON(enum_type("invitation_status"),
                 comment("What became of an invitation")) InvitationStatus {
  pending,
  accepted,
  declined,
  expired
};

struct TENON(table("invitations")) Invitation {
  TENON(primary_key, default_sql("gen_random_uuid()")) uuid id;
  TENON(references(&Household::id, on_delete::cascade)) std::int64_t household_id;
  TENON(references(&User::id, on_delete::set_null)) std::optional<std::int64_t> invited_by;
  std::string email;
  InvitationStatus status = InvitationStatus::pending;
  TENON(default_sql("now()")) timestamptz created_at;
  TENON(default_sql("now() + interval '7 days'")) timestamptz expires_at;

  TENON_TABLE(check("invitations_expire_later", "expires_at > created_at"),
              index(&Invitation::household_id, expression("lower(email)"), unique,
                    where("status = 'pending'"), name("invitations_one_pending_per_email")));
};

struct TENON(table("sessions")) Session {
  TENON(primary_key) uuid id;
  TENON(references(&User::id, on_delete::cascade)) std::int64_t user_id;
  std::vector<std::byte> token_digest;
  std::optional<inet> address;
  TENON(default_sql("now()")) timestamptz created_at;
  std::optional<timestamptz> revoked_at;

  TENON_TABLE(index(&Session::user_id, desc(&Session::created_at), where("revoked_at is null")),
              unique(&Session::token_digest));
};

struct TENON(table("outbox_messages"),
             comment("What other services are told, in order")) OutboxMessage {
  TENON(primary_key, identity) std::int64_t id;
  std::string topic;
  TENON(sql_type("jsonb")) std::string payload = "{}";
  std::int32_t attempts = 0;
  TENON(default_sql("now()")) timestamptz created_at;
  std::optional<timestamptz> sent_at;

  TENON_TABLE(index(&OutboxMessage::id, where("sent_at is null"), name("outbox_messages_unsent")),
              check("outbox_messages_attempts_not_negative", "attempts >= 0"));
};

// A household has a default list, and a list belongs to a household: a cycle.
struct TENON(table("chore_lists")) ChoreList {
  TENON(primary_key, identity) std::int64_t id;
  TENON(references(&Household::id, on_delete::cascade)) std::int64_t household_id;
  TENON(varchar(80)) std::string title;

  TENON_TABLE(unique(&ChoreList::household_id, &ChoreList::title));
};

enum class TENON(enum_type("chore_rhythm")) Rhythm { daily, weekly, monthly };

struct TENON(table("chores")) Chore {
  TENON(references(&Household::id, on_delete::cascade)) std::int64_t household_id;
  TENON(varchar(80)) std::string title;
  TENON(references(&ChoreList::id, on_delete::set_null), index) std::optional<std::int64_t> list_id;
  Rhythm rhythm = Rhythm::weekly;
  std::vector<std::string> tags = {};

  TENON_TABLE(primary_key(&Chore::household_id, &Chore::title), index(&Chore::tags, method("gin")));
};

struct TENON(table("chore_assignments")) ChoreAssignment {
  std::int64_t household_id;
  TENON(varchar(80)) std::string title;
  TENON(references(&User::id, on_delete::cascade)) std::int64_t user_id;
  date due_on;
  std::optional<timestamptz> done_at;

  TENON_TABLE(primary_key(&ChoreAssignment::household_id, &ChoreAssignment::title,
                          &ChoreAssignment::due_on),
              foreign_key(columns(&ChoreAssignment::household_id, &ChoreAssignment::title),
                          references(&Chore::household_id, &Chore::title), on_delete::cascade,
                          on_update::cascade),
              index(&ChoreAssignment::user_id, &ChoreAssignment::due_on, where("done_at is null")));
};

struct TENON(table("expenses")) Expense {
  TENON(primary_key, identity) std::int64_t id;
  TENON(references(&Household::id, on_delete::cascade)) std::int64_t household_id;
  TENON(references(&User::id, on_delete::restrict)) std::int64_t paid_by;
  std::string what;
  TENON(numeric(12, 2), check("amount > 0")) decimal amount;
  TENON(character(3)) std::string currency = "EUR";
  date spent_on;
  TENON(generated("date_trunc('month', spent_on::timestamp)::date")) date month;

  TENON_TABLE(index(&Expense::household_id, desc(&Expense::month), include(&Expense::amount)));
};

struct TENON(table("expense_shares")) ExpenseShare {
  TENON(references(&Expense::id, on_delete::cascade)) std::int64_t expense_id;
  TENON(references(&User::id, on_delete::cascade)) std::int64_t user_id;
  TENON(numeric(12, 2)) decimal amount;

  TENON_TABLE(primary_key(&ExpenseShare::expense_id, &ExpenseShare::user_id));
};

}  // namespace household
