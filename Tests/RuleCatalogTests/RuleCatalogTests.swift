import Diagnostics
import RuleCatalog
import Testing

@Suite struct RuleCatalogTests {
  @Test func `Pages are found by id, sorted, and explain themselves`() throws {
    let ids = RuleCatalog.pages.map(\.id)
    #expect(ids == ids.sorted() && !ids.isEmpty)
    let page = try #require(RuleCatalog.page("packer/floating-base-tag"))
    #expect(page.title == "floating-base-tag")
    #expect(page.severity == .warning)
    #expect(page.tags.contains("docker"))
    #expect(page.explanation.hasPrefix("packer/floating-base-tag  severity: warning  since: 0.1"))
    #expect(page.explanation.contains("## Reported"))
    #expect(RuleCatalog.page("packer/no-such-rule") == nil)
  }

  @Test(arguments: [
    ("packer/floating-base-tags", "packer/floating-base-tag"),
    ("floating-base-tag", "packer/floating-base-tag"),
    ("packer/floating_base_tag", "packer/floating-base-tag"), ("wholly-different", nil),
  ])
  func `A misspelt rule is answered by the nearest`(name: String, expected: String?) {
    #expect(RuleCatalog.nearest(to: name)?.name == expected)
  }
}
