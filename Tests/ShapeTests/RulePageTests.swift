import Diagnostics
import Host
import RuleCatalog
import Support
import Testing

/// Every rule has a page that documents it and tests it.
@Suite struct RulePageTests {
  @Test func `Every page lies in the folder of its family and is embedded`() throws {
    let disk = Disk(workingDirectory: Repository.root)
    let files = try SourceText.paths(in: "rules", of: disk).filter {
      $0.hasSuffix(".md") && $0 != "rules/README.md"
    }
    let ids = files.map { String($0.dropFirst("rules/".count).dropLast(".md".count)) }
    #expect(ids.sorted() == RuleCatalog.pages.map(\.id.name).sorted())
    #expect(ids.count > 40)
  }

  @Test func `The index lists the pages as they are; make rules-index rewrites it`() throws {
    try Golden.expect(RuleIndex.markdown, at: Repository.root + "/rules/README.md")
  }

  @Test func `Every page has an example that is reported and one that is not`() {
    for page in RuleCatalog.pages {
      let promises = Set(page.examples.map(\.promise))
      #expect(promises == [.reported, .notReported], "\(page.id)")
    }
  }

  @Test func `Every reported example draws what is reported`() {
    for page in RuleCatalog.pages {
      for example in page.examples {
        let isDrawn = !example.files.flatMap(\.expected).isEmpty
        #expect(isDrawn == (example.promise == .reported), "\(page.id): \(example.files.map(\.line))")
      }
    }
  }

  @Test func `Names and summaries are of one form`() {
    for page in RuleCatalog.pages {
      let isKebab = page.title.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
      }
      #expect(isKebab, "\(page.id)")
      #expect(!page.summary.hasPrefix("This rule") && page.summary.utf8.count <= 110, "\(page.id)")
      #expect(!page.tags.isEmpty, "\(page.id)")
    }
  }

  @Test func `Only these pages have examples that are not transformed`() {
    let users = RuleCatalog.pages.filter { page in page.examples.contains(where: \.isExact) }.map(\.id.name)
    #expect(
      users == [
        "chef/malformed-data", "data/broken-json", "data/broken-yaml", "lint/allow-without-reason",
        "lint/broken-baseline",
        "lint/broken-component",
        "lint/invalid-setting", "lint/malformed-allow", "lint/renamed-rule", "lint/stale-baseline",
        "lint/unknown-rule",
        "lint/unknown-setting", "lint/unused-allow", "packer/refused-path", "packer/undecided-option",
        "packer/undecided-variable",
        "packer/unrendered-template",
      ])
  }
}
