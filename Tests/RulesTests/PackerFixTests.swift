import DataSyntax
import Diagnostics
import Host
import Lint
import Packer
import RuleCatalog
import Source
import Support
import Testing

/// Our rewrites against those of `packer fix`.
@Suite struct PackerFixTests {
  /// A template with what one of the fixers of `packer fix` made of it.
  struct Pair: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let before: [UInt8]
    let after: [UInt8]

    static func all() throws -> [Pair] {
      let bytes = try CaseFolder.bytes(of: Repository.fixture("packer/fixes/pairs.json"))
      let tree = DataParser.parse(DerivedText(SourceFile(FileID("pairs.json"), bytes: bytes)), as: .json).tree
      try #require(tree.root.items.count > 50)
      return try tree.root.items.enumerated().map { index, item in
        Pair(
          testDescription: "\(item["fixer"]?.string ?? "") \(index)",
          before: JSONText(try #require(item["before"])).indented,
          after: JSONText(try #require(item["after"])).indented)
      }
    }
  }

  // The real tool forgets the option of a builder where the template has no post-processors, and functions in lists.
  private static let better: Set<String> = [
    #"{"builders":[{"login_email":"a@b","type":"docker"}]}"#,
    #"{"builders":[{"ami_name":"{{user `n` | clean_resource_name}}","ami_regions":["{{clean_ami_name `x`}}"],"tags":{"a":"{{clean_resource_name `x`}}"},"type":"amazon-ebs"}]}"#,
  ]

  @Test(arguments: try Pair.all())
  func `A rewrite makes what packer fix makes`(pair: Pair) async {
    let result = await RewritesRule.fixed(pair.before, named: "machine.json")
    let ours = TemplateText(asReadByPacker: result.files.first?.after ?? pair.before).value
    let theirs = FollowedNames.applied(
      to: TemplateText(asReadByPacker: pair.after).value, of: pair.before)
    let isBetter = Self.better.contains(String(decoding: theirs.compact, as: UTF8.self))
    #expect(
      (ours == theirs) != isBetter,
      "\(String(decoding: ours.compact, as: UTF8.self))\n\(String(decoding: theirs.compact, as: UTF8.self))")
    #expect(!result.isUnsettled && result.lint.findings.isEmpty)
  }

  @Test(arguments: try Pair.all())
  func `In YAML a rewrite makes the same`(pair: Pair) async throws {
    let json = DataParser.parse(DerivedText(SourceFile(FileID("a.json"), bytes: pair.before)), as: .json).tree
    let result = await RewritesRule.fixed(Array(YAMLText(json.root).text.utf8), named: "machine.yaml")
    let text = try #require(result.files.first?.after ?? result.lint.sources[FileID("machine.yaml")]?.bytes)
    let (tree, faults) = DataParser.parse(
      DerivedText(SourceFile(FileID("machine.yaml"), bytes: text)), as: .yaml)
    #expect(faults.isEmpty)
    let inJSON =
      await RewritesRule.fixed(pair.before, named: "machine.json").files.first?.after ?? pair.before
    let ours = TemplateText(JSONText(tree.root).indented).value
    #expect(ours == TemplateText(inJSON).value, "\(String(decoding: text, as: UTF8.self))")
  }

  private static let canCompare = Machine.runs(
    .oracles, needing: "packer", isThere: Machine.hasProgram("packer"))

  @Test(.enabled(if: canCompare), arguments: 0..<28)
  func `Of several old things in one template the same is made`(number: Int) async throws {
    let pairs = try Pair.all().filter {
      !Self.better.contains(String(decoding: TemplateText($0.after).value.compact, as: UTF8.self))
    }
    let chosen = [0, 9, 23, 37, 48].map { pairs[(2 * number + $0) % pairs.count].before }
    let template = Self.joined(chosen)
    let path = try #require(Machine.path(ofProgram: "packer"))
    let theirs = try await TemporaryFolder.with { folder in
      try HostFile.write(template, to: folder + "/machine.json")
      var command = Command(
        [path, "fix", "-validate=false", folder + "/machine.json"],
        environment: .inherited(adding: ["CHECKPOINT_DISABLE": "1"]))
      command.deadline = 600
      return try await command.output(limit: 1 << 20)
    }
    // It crashes where an option has another kind than it thinks.
    guard theirs.termination == .exited(0) else { return }
    let result = await RewritesRule.fixed(template, named: "machine.json")
    let ours = TemplateText(asReadByPacker: result.files.first?.after ?? template).value
    let expected = FollowedNames.applied(
      to: TemplateText(asReadByPacker: theirs.output).value, of: template)
    let diff = UnifiedDiff(path: "packer fix, then ours", before: expected.indented, after: ours.indented)
    #expect(ours == expected, "\(String(decoding: diff.bytes, as: UTF8.self))")
    #expect(!result.isUnsettled && result.lint.findings.isEmpty)
    let json = DataParser.parse(DerivedText(SourceFile(FileID("a.json"), bytes: template)), as: .json).tree
    let yaml = Array(YAMLText(json.root).text.utf8)
    let inYAML = await RewritesRule.fixed(yaml, named: "machine.yaml").files.first?.after ?? yaml
    let tree = DataParser.parse(DerivedText(SourceFile(FileID("m.yaml"), bytes: inYAML)), as: .yaml).tree
    #expect(TemplateText(asReadByPacker: JSONText(tree.root).indented).value == ours)
  }

  /// One template with the components of several, as they stand.
  private static func joined(_ templates: [[UInt8]]) -> [UInt8] {
    var lists: [String: [JSONText]] = ["builders": [], "provisioners": [], "post-processors": []]
    for bytes in templates {
      let tree = DataParser.parse(DerivedText(SourceFile(FileID("a.json"), bytes: bytes)), as: .json).tree
      for key in lists.keys { lists[key, default: []] += tree.root[key]?.items.map { JSONText($0) } ?? [] }
    }
    return JSONText.object(lists.sorted { $0.key < $1.key }.map { .init($0.key, .array($0.value)) }).indented
  }
}
