import Diagnostics
import Host
import Lint
import Packer
import Rules
import Source
import Testing

/// Component files of a repository, as `components` names them.
@Suite struct OwnComponentTests {
  private func findings(_ files: [String: String], _ paths: [String] = ["m.json"]) async -> [String] {
    let tree = MemoryFileTree(files.mapValues { Array($0.utf8) })
    let request = LintRequest(paths, inputs: TemplateInputs(workingDirectory: "/"))
    let result = await Linter(tree, registry: .standard).run(request)
    return result.findings.filter { $0.severity > .info }.map { finding in
      let source = result.sources[finding.primary.file]
      let place = source.map { $0.position(at: finding.primary.range.start) }
      let (line, column) = (place?.line ?? 0, place?.column ?? 0)
      return
        "\(finding.primary.file.path):\(line):\(column) \(finding.severity.rawValue) \(finding.rule) \(finding.message)"
        + (finding.help.map { " (\($0))" } ?? "")
    }
  }

  @Test func `New builders, provisioners and post-processors are known`() async {
    let files = [
      "m.json": """
      {"builders": [{"type": "lab", "image": "a", "size": 3}],
       "provisioners": [{"type": "tune", "level": "high"}],
       "post-processors": [{"type": "ship", "to": "here"}]}
      """,
      ".ovenproof.yaml": "components: [packer]\n",
      "packer/builders/lab.yaml": "options: {image: {type: string, required: true}, size: int}\n",
      "packer/provisioners/tune.yaml":
        "options: {level: string}\nrules: [{values: level, among: [low, high]}]\n",
      "packer/post-processors/ship.yaml": "options: {to: string}\n",
    ]
    #expect(await findings(files) == [])
    var wrong = files
    wrong["m.json"] = """
      {"builders": [{"type": "lab", "size": "x"}],
       "provisioners": [{"type": "tune", "level": "higher"}],
       "post-processors": [{"type": "ship", "too": "here"}]}
      """
    let found = await findings(wrong).map { $0.split(separator: " ")[2] }
    #expect(
      found == [
        "packer/missing-option", "packer/wrong-type", "packer/invalid-value", "packer/unknown-option",
      ])
  }

  @Test func `A file of one's own takes the place of ours`() async {
    let files = [
      "m.json": #"{"builders": [{"type": "null", "communicator": "none", "colour": "red"}]}"#,
      ".ovenproof.yaml": "components: [null.yaml, packer/builders/null.yaml]\n",
      "packer/builders/null.yaml": "options: {communicator: string, colour: string}\n",
      "null.yaml": "options: {}\n",
    ]
    let found = await findings(files)
    // A file that lies in no folder of components stands for none.
    #expect(
      found.count == 1 && found.allSatisfy { $0.contains("`null.yaml` holds no component") }, "\(found)")
  }

  @Test(arguments: [
    ("optoins: {a: string}\n", "1:1", "a component has no key `optoins`", "did you mean `options`?"),
    (
      "options:\n  a: {type: string, requird: true}\n", "2:21", "an option has no fact `requird`",
      "did you mean `required`?"
    ),
    ("options:\n  a: sting\n", "2:6", "`sting` is no type", ""),
    ("options:\n  a: {required: true}\n", "2:6", "the option `a` has no type", ""),
    (
      "options: {a: string}\nrules:\n  - vlaues: a\n", "3:5", "there is no rule `vlaues`",
      "did you mean `values`?"
    ),
    ("options: {a: string}\nrules:\n  - one-of: [a and]\n", "3:14", "`a and` is no condition", ""),
    ("options:\n  a: {type: string, path: fiel}\n", "2:27", "a path is one of", ""),
    ("options: [a]\n", "1:10", "`options` is a map", ""),
    ("- a\n", "1:1", "a component file is a map", ""),
    ("options: {a: string\n", "2:1", "", ""),
  ])
  func `A fault in a file is told with its place`(
    content: String, place: String, message: String, help: String
  ) async {
    let files = [
      "m.json": #"{"builders": [{"type": "lab", "a": "1"}]}"#,
      ".ovenproof.yaml": "components: [packer]\n", "packer/builders/lab.yaml": content,
    ]
    let found = await findings(files).filter { $0.hasPrefix("packer/builders/lab.yaml:") }
    #expect(
      found.contains {
        $0.hasPrefix("packer/builders/lab.yaml:\(place) ") && $0.contains(message) && $0.contains(help)
      },
      "\(found)")
  }
}
