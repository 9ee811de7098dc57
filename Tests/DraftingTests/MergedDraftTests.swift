import DataSyntax
import Drafting
import Expectation
import Goss
import Source
import Sprig
import Testing

/// Drafts that speak of one thing in several places.
struct MergedDraftTests {
  private static let options = GossOptions(machine: .none, compatibility: .mended)

  private static func file(_ name: String, _ assertions: SpecDraft.Assertion...) -> SpecDraft.Thing {
    SpecDraft.Thing("files", name, assertions)
  }

  private static func written(_ things: [SpecDraft.Thing], _ dialect: Outcome.Dialect) -> CheckedSpec {
    var draft = SpecDraft()
    draft.things = things
    return CheckedSpec(of: draft, in: dialect, options)
  }

  @Test(arguments: [Outcome.Dialect.ovenproof, .goss])
  func `a path that is spelt in two ways is one file`(_ dialect: Outcome.Dialect) {
    let things = [
      Self.file("/etc/a.conf", .init("exists", .bool(true))),
      Self.file("/etc/a\\.conf", .init("owner", .string("root"))),
    ]
    let written = Self.written(things, dialect)
    #expect(written.leftOut.isEmpty, "\(written.leftOut)")
    #expect(written.isSound)
    #expect(written.text.contains("/etc/a.conf: {exists: true, owner: root}"), "\(written.text)")
  }

  @Test(arguments: [Outcome.Dialect.ovenproof, .goss])
  func `names that only look the same stay apart`(_ dialect: Outcome.Dialect) {
    let things = [
      Self.file("/srv/caf\u{E9}", .init("exists", .bool(true))),
      Self.file("/srv/cafe\u{301}", .init("exists", .bool(false))),
    ]
    let written = Self.written(things, dialect)
    #expect(written.leftOut.isEmpty, "\(written.leftOut)")
    #expect(written.isSound)
    #expect(written.text.contains("exists: true"))
    #expect(written.text.contains("exists: false"))
  }

  @Test func `a file that is skipped in one place alone is left out there`() {
    var skipped = Self.file("/etc/a", .init("exists", .bool(false)))
    skipped.settings = [.init("skip", .string("later"))]
    let written = Self.written([Self.file("/etc/a", .init("exists", .bool(true))), skipped], .goss)
    #expect(written.text.contains("exists: true"))
    #expect(!written.text.contains("exists: false"))
    #expect(written.leftOut.count == 1)
    #expect(written.leftOut.first?.reason.contains("`skip`") == true)
  }

  @Test func `commands of one name that differ are all written`() {
    let things = ["one", "two", "two"].map { word in
      SpecDraft.Thing(
        "commands", "says", settings: [.init("exec", .strings(["echo", word]))],
        [.init("exit-status", .integer(0))])
    }
    let written = Self.written(things, .goss)
    #expect(written.leftOut.isEmpty, "\(written.leftOut)")
    #expect(written.text.contains("exec: echo one"))
    #expect(written.text.contains("says (2)"))
    #expect(!written.text.contains("says (3)"))
  }

  @Test func `what a writer leaves out has the writer's reason`() {
    let written = Self.written([Self.file("/etc/*", .init("exists", .bool(true)))], .goss)
    #expect(!written.isSound)
    #expect(written.leftOut.map(\.reason) == ["file `/etc/*`: goss has no patterns of paths"])
  }
}
