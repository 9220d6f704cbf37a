//! Steps that bring a database to this version's tables. A step that was released never changes.
use sqlx::SqlStr;
use sqlx::error::BoxDynError;
use sqlx::migrate::{Migration, MigrationSource, MigrationType, Migrator};

use super::Kind;
use super::trouble::Trouble;

/// Version, name, text for SQLite, text for PostgreSQL.
const STEPS: [(i64, &str, &str, &str); 1] = [(
    1,
    "logs, tokens, appends and blocks",
    include_str!("migrations/0001-sqlite.sql"),
    include_str!("migrations/0001-postgres.sql"),
)];

#[derive(Debug)]
struct Steps(Kind);

impl MigrationSource<'static> for Steps {
    fn resolve(self) -> std::pin::Pin<Box<dyn Future<Output = Result<Vec<Migration>, BoxDynError>> + Send + 'static>> {
        let steps = STEPS.iter().map(|(version, name, sqlite, postgres)| {
            let text = if self.0 == Kind::Sqlite { sqlite } else { postgres };
            Migration::new(*version, (*name).into(), MigrationType::Simple, SqlStr::from_static(text), false)
        });
        let steps = steps.collect();
        Box::pin(async move { Ok(steps) })
    }
}

/// Applies what is missing. Several nodes may start at once: the database's own lock lets one do it.
pub(super) async fn apply(kind: Kind, pool: &sqlx::AnyPool) -> Result<(), Trouble> {
    let migrator = Migrator::new(Steps(kind)).await.map_err(Trouble::of_migration)?;
    migrator.run(pool).await.map_err(Trouble::of_migration)
}

#[cfg(test)]
mod tests {
    //! Released steps are frozen: a later change would make old and new databases differ in silence.
    use super::STEPS;

    /// BLAKE3 of every step's text, SQLite's and PostgreSQL's. Lines are added, never changed.
    const FROZEN: &str = include_str!("migrations/frozen.txt");

    #[test]
    fn migrations_do_not_change() {
        let lines: Vec<String> = STEPS
            .iter()
            .flat_map(|(version, _, sqlite, postgres)| {
                [("sqlite", sqlite), ("postgres", postgres)]
                    .map(|(kind, text)| format!("{version:04}-{kind} {}", blake3::hash(text.as_bytes())))
            })
            .collect();
        assert_eq!(FROZEN.lines().collect::<Vec<_>>(), lines, "add a new step instead of changing one");
    }
}
