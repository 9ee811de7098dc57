import DataSyntax
import Diagnostics
import Source
import Testing

@testable import Lint

@Suite struct ConfigurationReaderTests {
  private func read(_ json: String) -> ConfigurationReader {
    let file = SourceFile(FileID(".ovenproof.yaml"), bytes: Array(json.utf8))
    return ConfigurationReader(DataParser.parse(DerivedText(file), as: .json).tree.root, of: file.id)
  }

  @Test func `Rules, exclusions and the threshold are read`() {
    let reader = read(
      #"{"rules": {"packer/floating-base-tag": "error", "lint/unused-allow": "off"}, "exclude": ["a/"], "fail-on": "info"}"#
    )
    let configuration = reader.configuration
    #expect(reader.diagnostics.isEmpty)
    #expect(configuration.verdict(on: "packer/floating-base-tag", otherwise: .warning)?.severity == .error)
    #expect(configuration.verdict(on: "lint/unused-allow", otherwise: .warning) == nil)
    #expect(configuration.verdict(on: "packer/no-builders", otherwise: .error)?.severity == .error)
    #expect(configuration.exclude.map(\.value) == ["a/"])
    #expect(configuration.failOn?.value == .info)
  }

  @Test(arguments: [
    (#"{"rule": {}}"#, "lint/unknown-setting", "did you mean `rules`?"),
    (
      #"{"colour": 1}"#, "lint/unknown-setting",
      "what stands here is one of `select`, `ignore`, `rules`, `per-path`, `exclude`, `fail-on`, `baseline`, `templates`, `components`, `packer-version`, `rules-as-of`, `own-rules`, `snapshots`, `registries`, `stand-ins`"
    ),
    (
      #"{"rules": {"packer/floating-base-tags": "off"}}"#, "lint/unknown-rule",
      "did you mean `packer/floating-base-tag`?"
    ),
    (
      #"{"rules": {"packer/floating-base-tag": "loud"}}"#, "lint/invalid-setting",
      "it is one of `error`, `warning`, `info`, `off`"
    ),
    (
      #"{"rules": ["packer/floating-base-tag"]}"#, "lint/invalid-setting",
      "write a rule and its severity on each line"
    ),
    (#"{"fail-on": "never"}"#, "lint/invalid-setting", "it is one of `error`, `warning`, `info`"),
    (#"{"exclude": [{"a": 1}]}"#, "lint/invalid-setting", "write it as `.gitignore` does"),
    (#"[]"#, "lint/invalid-setting", "write a setting on each line, as `rules:`, `exclude:` or `fail-on:`"),
  ])
  func `What means nothing is told, with what would`(text: String, rule: String, help: String) {
    let found = read(text).diagnostics
    #expect(found.map(\.rule.name) == [rule])
    #expect(found.first?.help == help)
  }

  @Test func `An empty file is no fault`() {
    #expect(read("null").diagnostics.isEmpty)
  }
}
