import DataSyntax
import Diagnostics
import Host
import Lint
import Packer
import Rules
import Source
import Support
import Testing

/// Fixes on public templates, where those are present.
@Suite struct CorpusFixTests {
  /// A template of the corpus.
  struct Sample: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let path: String

    static let all: [Sample] = {
      guard let path = Materials.path("corpus/truth.json"), let bytes = try? CaseFolder.bytes(of: path) else {
        return []
      }
      let tree = DataParser.parse(DerivedText(SourceFile(FileID("truth.json"), bytes: bytes)), as: .json).tree
      return tree.root.items.compactMap { item in
        guard let folder = item["dir"]?.string, let name = item["path"]?.string,
          let path = Materials.path("corpus/templates/\(folder)/\(name)")
        else { return nil }
        return Sample(testDescription: "\(folder)/\(name)", path: path)
      }
    }()
  }

  private static let hasCorpus = Materials.has("corpus/truth.json")
  private static let canCompare =
    hasCorpus && Machine.runs(.oracles, needing: "packer", isThere: Machine.hasProgram("packer"))

  /// Where ours is another, with the reason; by the end of the path.
  private static let different = [
    "images/capi/packer/scaleway/packer.json":
      "Packer's own fix makes of a key of today, beside `project_id`, the older `organization_id`"
  ]

  @Test(.enabled(if: canCompare), arguments: Sample.all.filter { $0.path.hasSuffix(".json") })
  func `Rewrites make of a template what packer fix makes of it`(sample: Sample) async throws {
    let bytes = try CaseFolder.bytes(of: sample.path)
    let packer = try #require(Machine.path(ofProgram: "packer"))
    var command = Command(
      [packer, "fix", "-validate=false", sample.path],
      environment: .inherited(adding: ["CHECKPOINT_DISABLE": "1"]))
    command.deadline = 60
    let output = try await command.output(limit: 16 << 20)
    // It crashes on some, and refuses broken ones.
    guard output.termination == .exited(0) else { return }
    let result = await RewritesRule.fixed(bytes, named: "machine.json")
    let ours = TemplateText(asReadByPacker: result.files.first?.after ?? bytes).value
    let theirs = FollowedNames.applied(
      to: TemplateText(asReadByPacker: output.output).value, of: bytes)
    let isDifferent = Self.different.keys.contains { sample.path.hasSuffix($0) }
    #expect((ours == theirs) != isDifferent, "\(Self.difference(ours, theirs))")
    #expect(!result.isUnsettled)
  }

  @Test(.enabled(if: hasCorpus), arguments: [FixLevel.safe, .unsafe])
  func `A second run of fixes changes nothing, and no run breaks a template`(level: FixLevel) async throws {
    try #require(Sample.all.count > 300)
    // Unsafe fixes are the more; of the safe ones alone a part will do.
    let samples = Sample.all.enumerated().filter { level == .unsafe || $0.offset % 5 == 0 }.map(\.element)
    let first = await Self.fixed(samples.map(\.path), over: [:], level)
    #expect(!first.isUnsettled)
    #expect(first.files.count > samples.count / 5)
    let changed = Dictionary(first.files.map { ($0.id.path, $0.after) }) { first, _ in first }
    let second = await Self.fixed(samples.map(\.path), over: changed, level)
    #expect(second.files.map { "\($0.id): \(String(decoding: $0.diff.bytes, as: UTF8.self))" } == [])
    for file in first.files {
      let before = Self.faults(of: file.before, in: file.id)
      #expect(Self.faults(of: file.after, in: file.id) <= before, "\(file.id)")
    }
  }

  private static func fixed(_ paths: [String], over files: [String: [UInt8]], _ level: FixLevel) async
    -> FixResult
  {
    let tree = OverlayFileTree(files, over: Disk(workingDirectory: Materials.path("corpus/templates") ?? "/"))
    let request = LintRequest(paths, inputs: TemplateInputs(workingDirectory: tree.workingDirectory))
    return await Fixer(tree, registry: .standard, level: level).run(request)
  }

  private static func faults(of bytes: [UInt8], in id: FileID) -> Int {
    PackerTemplate.read(SourceFile(id, bytes: bytes)).1.count
  }

  /// The first lines that differ.
  private static func difference(_ ours: JSONText, _ theirs: JSONText) -> String {
    let diff = UnifiedDiff(path: "packer fix, then ours", before: theirs.indented, after: ours.indented)
    return String(decoding: diff.bytes.prefix(1500), as: UTF8.self)
  }
}
