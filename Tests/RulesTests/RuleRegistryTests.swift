import Diagnostics
import Lint
import RuleCatalog
import Rules
import Testing

@Suite struct RuleRegistryTests {
  @Test func `Every rule has a page, and stands in the list once`() {
    let ids = RuleRegistry.standard.all.map { type(of: $0).id }
    #expect(Set(ids).count == ids.count)
    #expect(ids.filter { RuleCatalog.page($0) == nil } == [])
  }

  @Test func `Every page has a rule, or speaks for the parsers, the linter itself and the bake`() {
    let ids = Set(RuleRegistry.standard.all.map { type(of: $0).id } + ValueRule.embedded.map(\.id))
    let others = RuleCatalog.pages.map(\.id).filter { !ids.contains($0) }
    #expect(
      others == [
        "data/broken-json", "data/broken-yaml", "engine/refused-option", "lint/allow-without-reason",
        "lint/broken-baseline",
        "lint/broken-component",
        "lint/invalid-setting",
        "lint/malformed-allow", "lint/renamed-rule", "lint/stale-baseline", "lint/unknown-rule",
        "lint/unknown-setting",
        "lint/unused-allow", "rehearsal/absent-command", "rehearsal/absent-package",
        "rehearsal/broken-syntax", "rehearsal/full-disk", "rehearsal/package-conflict",
      ])
  }
}
