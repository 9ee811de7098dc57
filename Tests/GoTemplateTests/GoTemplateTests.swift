import DataSyntax
import GoTemplate
import Source
import Testing

typealias Value = GoValue<String>

/// Go templates: cases whose results come from Go's own engine.
struct GoTemplateTests {
  @Test(arguments: try GoTemplateCase.load("outputs"))
  func `renders as Go does`(_ example: GoTemplateCase) {
    let (text, faults) = render(GoTemplate(example.template), with: .missing)
    #expect(faults.isEmpty)
    #expect(text == example.text("output"))
  }

  @Test(arguments: try GoTemplateCase.load("fields"))
  func `fills in fields as Go does`(_ example: GoTemplateCase) {
    let data = example.node["data"].map(value) ?? .missing
    let (text, faults) = render(GoTemplate(example.template), with: data)
    #expect(faults.isEmpty)
    #expect(text == example.text("output"))
  }

  @Test(arguments: try GoTemplateCase.load("faults"))
  func `refuses what Go refuses, at the exact bytes`(_ example: GoTemplateCase) {
    let template = GoTemplate(example.template)
    let faults =
      template.faults.map { ($0.range, $0.message) }
      + render(template, with: .missing).faults.map { ($0.range, "") }
    #expect(faults.count == 1)
    let bytes = faults.first.map { template.text.bytes[$0.0.indices] } ?? []
    #expect(String(decoding: bytes, as: UTF8.self) == example.text("at"))
    #expect(faults.first?.1 == example.text("syntax") ?? "")
  }

  @Test func `finds calls, arguments and fields`() throws {
    let template = GoTemplate(plain("{{if .Sudo}}{{user `a`}}{{end}}{{upper (user \"b\") | nope}}{{x.Y}}"))
    #expect(template.calls.map(\.function) == ["user", "user", "upper", "nope", "x"])
    #expect(template.calls.map(\.isPiped) == [false, false, false, true, false])
    #expect(template.fields.map(\.name) == ["Sudo"])
    guard case .text(let name, let content)? = template.calls.first?.arguments.first?.kind else {
      Issue.record("`user` has its name as argument")
      return
    }
    #expect(String(decoding: name, as: UTF8.self) == "a")
    #expect(template.location(of: content).range == ByteRange(20, 21))
  }

  @Test func `leaves actions with a dot alone where asked to`() {
    let text = plain("{{.Path}} {{ .Vars }} {{upper `x`}} {{  .Two}} {{.Open")
    let template = GoTemplate(text, fieldActions: .literal)
    let (rendered, _) = render(template, with: .missing)
    #expect(rendered.hasPrefix("{{.Path}} {{ .Vars }} X <no value>"))
    #expect(template.faults.count == 1)
  }

  @Test func `points through the escapes of a JSON text`() throws {
    let file = SourceFile(FileID("t.json"), bytes: Array(#"["a\n{{upper \"x\" \u0022y\"}}"]"#.utf8))
    let (tree, _) = DataParser.parse(DerivedText(file), as: .json)
    let text = try #require(tree.root.items.first?.scalar)
    let (_, faults) = render(GoTemplate(text), with: .missing)
    let place = text.location(of: try #require(faults.first).range)
    #expect(String(decoding: file.bytes[place.range.indices], as: UTF8.self) == "upper")
  }

  @Test func `bounds nesting and work`() {
    let deep = GoTemplate(plain(String(repeating: "{{if true}}", count: 3000)))
    #expect(deep.faults.contains { $0.message.contains("deeper than") })
    let parentheses = GoTemplate(plain("{{" + String(repeating: "(", count: 3000)))
    #expect(!parentheses.faults.isEmpty)
    let twice = #"{{template "b" .}}{{template "b" .}}"#
    let bomb = GoTemplate(plain(#"{{define "b"}}x\#(twice){{end}}\#(twice)"#))
    #expect(!render(bomb, with: .missing).text.isEmpty)
  }

  @Test func `survives whatever is written`() {
    let seeds = [
      "{{if .A}}{{range $i, $x := .B}}{{printf \"%s\" $x | upper}}{{else}}-{{end}}{{end}}",
      "{{/* c */}}{{- `r` -}}",
    ]
    var state: UInt64 = 42
    for round in 0..<4000 {
      var bytes = Array(seeds[round % seeds.count].utf8)
      for _ in 0..<(1 + round % 5) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let place = Int(state >> 33) % bytes.count
        switch (state >> 20) % 3 {
        case 0: bytes.remove(at: place)
        case 1: bytes[place] = UInt8(truncatingIfNeeded: state >> 40)
        default: bytes.insert(UInt8(ascii: "{") + UInt8((state >> 50) % 3), at: place)
        }
        if bytes.isEmpty { bytes = [0x7B] }
      }
      let template = GoTemplate(derived(bytes))
      for fault in template.faults { #expect(fault.range.end <= bytes.count) }
      _ = render(template, with: .map(["A": .bool(true), "B": .list([.text("x")])]))
    }
  }

  /// A text that stands in a file of its own.
  private func plain(_ text: String) -> DerivedText { derived(Array(text.utf8)) }

  private func derived(_ bytes: [UInt8]) -> DerivedText {
    DerivedText(SourceFile(FileID("template"), bytes: bytes))
  }

  private func value(_ node: DataNode) -> Value {
    switch node.kind {
    case .bool: .bool(node.bool == true)
    case .sequence: .list(node.items.map(value))
    case .mapping:
      .map(
        Dictionary(node.entries.map { (GoKey($0.key.string ?? ""), value($0.value)) }) { first, _ in first })
    default: .text(node.string ?? "")
    }
  }

  /// Renders with `upper` and `lower` as the only functions beside Go's own.
  private func render(_ template: GoTemplate, with data: Value) -> (text: String, faults: [GoExecutionFault])
  {
    let rules = GoOpaqueRules<String>(content: { _ in nil }, derived: { text, _ in GoText(text) })
    let change: (@escaping (String) -> String) -> GoFunction<String> = { change in
      GoFunction([.text]) { arguments in
        guard case .text(let text) = arguments[0], let string = rules.string(text) else {
          return .unknown("opaque")
        }
        return .text(change(string))
      }
    }
    let functions = ["upper": change { $0.uppercased() }, "lower": change { $0.lowercased() }]
    var evaluator = GoEvaluator(functions: { functions[$0] }, rules: rules)
    let rendering = evaluator.render(template, with: data)
    let text = rendering.parts.map { part in
      guard case .text(let text) = part.content else { return "<unknown>" }
      return rules.string(text) ?? "<opaque>"
    }
    return (text.joined(), rendering.faults)
  }
}
