import DataSyntax
import Diagnostics
import Drafting
import Expectation
import Goss
import Host
import Source
import Sprig
import Support
import Testing

/// What `spec convert` writes is taken by the reader of its dialect.
struct CheckedSpecTests {
  private static let odd = [
    "file: {/a: {exists: true, contents: {have-len: {gt: 10}}}}",
    "file: {/a: {exists: true, filetype: {have-len: abc}, uid: {have-prefix: 0}, linked-to: {have-prefix: [a]}}}",
    "file: {/a: {exists: true, owner: {contain-element: [a]}, group: {gt: x}, mode: {have-len: -1}}}",
    "file: {/a: {exists: true, uid: {gt: .inf}, gid: {lt: abc}, contents: {gt: 3}}}",
    "package: {\"\": {installed: true}, bash: {installed: true, versions: {have-len: x}}}",
    "user: {\"\": {exists: true}, root: {exists: true, groups: {consist-of: [{have-prefix: 1}]}}}",
    "command: {\"\": {exit-status: 0}, a: {exit-status: {gt: a}, stdout: {contain-substring: 5}}}",
  ]

  @Test(arguments: odd)
  func `leaves out what its reader refuses`(_ text: String) throws {
    let draft = Self.draft(of: text)
    let checked = CheckedSpec(of: draft, in: .ovenproof, Self.options)
    #expect(!checked.leftOut.isEmpty)
    #expect(checked.isSound)
    let file = SourceFile(FileID("own.spec.yaml"), bytes: Array(checked.text.utf8))
    let faults = SpecReading.read(file, as: .ovenproof, in: MemoryFileTree([:]), Self.options).diagnostics
      .filter { $0.severity == .error }
    #expect(faults.isEmpty || draft.things.isEmpty, "\(checked.text)\(faults.map(\.message))")
  }

  @Test func `a draft that is left out by its reader alone keeps the rest, with the reader's reason`() {
    var draft = SpecDraft()
    draft.things = [
      SpecDraft.Thing("files", "/a", [.init("exists", .bool(true)), .init("nonsense", .bool(true))])
    ]
    let checked = CheckedSpec(of: draft, in: .ovenproof, Self.options)
    #expect(checked.isSound)
    #expect(checked.text.contains("exists: true"))
    #expect(!checked.text.contains("nonsense: true"))
    #expect(checked.leftOut.count == 1)
  }

  @Test func `a spec in which all is skipped is not sound`() {
    let draft = Self.draft(of: "file: {/etc/passwd: {exists: true, skip: true}}")
    #expect(!draft.things.isEmpty)
    #expect(!CheckedSpec(of: draft, in: .ovenproof, Self.options).isSound)
  }

  private static let options = GossOptions(machine: .none, compatibility: .mended)

  private static func draft(of text: String) -> SpecDraft {
    let file = SourceFile(FileID("goss.yaml"), bytes: Array(text.utf8))
    return SpecReading.read(file, as: .goss, in: MemoryFileTree([:]), options).draft
  }
}
