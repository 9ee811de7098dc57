import Diagnostics
import Host
import Lint
import Packer
import Rules
import Testing

/// Input that nobody writes on purpose, and input that somebody does.
@Suite struct HostileTemplateTests {
  private func lint(_ bytes: [UInt8], as name: String) async -> LintResult {
    let tree = MemoryFileTree([name: bytes])
    let inputs = TemplateInputs(workingDirectory: "/")
    return await Linter(tree, registry: .standard).run(LintRequest([name], inputs: inputs))
  }

  static let bomb =
    "a: &a [x, x, x, x, x, x, x, x, x]\n"
    + (1..<12).map { level in
      let name = "abcdefghijklm".dropFirst(level).prefix(1)
      let before = "abcdefghijklm".dropFirst(level - 1).prefix(1)
      return "\(name): &\(name) [" + Array(repeating: "*\(before)", count: 9).joined(separator: ", ") + "]\n"
    }.joined() + "builders: [{type: docker, image: *l}]\n"

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]

    init(_ name: String, _ bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }

    init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }

    var testDescription: String { name }
  }

  static let elf: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, 0, 1, 2]
  static let brackets = [UInt8](repeating: 0x5B, count: 1 << 20)
  static let notUTF8: [UInt8] = Array(#"{"builders": ["#.utf8) + [0x22, 0xC3, 0x28, 0x22, 0x5D, 0x7D]
  /// Brackets as deep as the parsers let pass, as the value of an option.
  static let nested = String(repeating: "[", count: 990) + String(repeating: "]", count: 990)
  static let objects =
    String(repeating: #"{"a": "#, count: 980) + "1" + String(repeating: "}", count: 980)
  static let deepOptions = """
    {"variables": {"a": \(nested)}, "builders": [{"type": "docker", "image": \(nested), "commit": true}],
     "provisioners": [{"type": "chef-solo", "json": \(objects), "run_list": \(nested), "prevent_sudo": true},
       {"type": "shell", "inline": \(nested)}]}
    """
  static let cases: [Case] = [
    Case("nested.json", deepOptions), Case("nested.yaml", deepOptions),
    Case("empty.json", ""), Case("empty.yaml", ""), Case("binary.json", elf), Case("binary.yaml", elf),
    Case("deep.json", brackets), Case("deep.yaml", brackets),
    Case("utf16.json", [0xFF, 0xFE, 0x7B, 0, 0x7D, 0]),
    Case("list.json", "[]"), Case("text.json", #""text""#), Case("null.json", "null"),
    Case("null.yaml", "~\n"),
    Case("bomb.yaml", bomb), Case("invalid.json", notUTF8), Case("alias.yaml", "builders:\n  - *missing\n"),
    Case(
      "odd.json", #"{"builders": [null, 1, [], {"type": {}}], "provisioners": {"a": []}, "variables": []}"#),
  ]

  @Test(.timeLimit(.minutes(15)), arguments: cases)
  func `Something is said of it, and quickly`(hostile: Case) async {
    let result = await lint(hostile.bytes, as: hostile.name)
    #expect(result.findings.contains { $0.severity == .error }, "\(result.findings.map(\.message))")
    #expect(result.findings.count < 200)
  }

  @Test(.timeLimit(.minutes(15))) func `Variables that read each other a thousand times over are no trouble`()
    async
  {
    let variables = (0..<2000).map { #""v\#($0)": "{{user `v\#($0 + 1)`}}{{user `v\#($0 + 1)`}}""# }
    let text = #"{"variables": {\#(variables.joined(separator: ", ")), "v2000": ""}, "builders": []}"#
    let result = await lint(Array(text.utf8), as: "many.json")
    #expect(!result.findings.isEmpty)
  }

  @Test func `more faults than anybody reads are counted, not listed`() async throws {
    let steps = Array(repeating: #"{"type": "shall", "inline": ["true"]}"#, count: 1500).joined(
      separator: ",\n")
    let text =
      #"{"builders": [{"type": "docker", "image": "a:1", "commit": true}], "provisioners": [\#n\#(steps)]}"#
    let found = await lint(Array(text.utf8), as: "many.json").findings.filter {
      $0.rule == "packer/unknown-component-type"
    }
    #expect(found.count == 1000)
    #expect(found.last?.notes == ["500 more findings of this rule are not listed"])
    #expect(found.dropLast().allSatisfy { $0.notes.isEmpty })
  }
}
