import Drafting
import Expectation
import Source
import Testing

/// Which dialect a file is read in, by its words and its name.
@Suite struct DialectTests {
  struct Case: Sendable {
    var name = "e.yaml"
    let text: String
    let dialect: Outcome.Dialect
    var isToldOf = false
  }

  static let cases = [
    Case(text: "files: {/a: {exists: true}}", dialect: .ovenproof),
    Case(text: "file: {/a: {exists: true}}", dialect: .goss),
    Case(text: "schemaVersion: 2.0.0", dialect: .cst),
    Case(text: "http: {'http://localhost': {status: 200, eventually: 10s}}", dialect: .ovenproof),
    Case(text: "dns: {localhost: {resolvable: true, addresses: [127.0.0.1]}}", dialect: .ovenproof),
    Case(text: "dns: {localhost: {resolvable: true, timeout: 5s}}", dialect: .ovenproof),
    Case(text: "http: {'http://localhost': {status: 200, skip: not yet}}", dialect: .ovenproof),
    Case(text: "http: {'http://localhost': {status: 200, timeout: 500}}", dialect: .goss),
    Case(text: "dns: {localhost: {resolvable: true, addrs: [127.0.0.1]}}", dialect: .goss),
    Case(text: "http: {'http://localhost': {status: 200, meta: {a: 1}}}", dialect: .goss),
    Case(
      text: "http:\n  {{range .Vars.all}}\n  {{.}}: {status: 200}\n  {{end}}", dialect: .goss, isToldOf: true),
    Case(text: "http: {'http://localhost': {status: 200}}", dialect: .goss, isToldOf: true),
    Case(name: "a.spec.yaml", text: "http: {'http://localhost': {status: 200}}", dialect: .ovenproof),
    Case(
      name: "a.spec.yaml", text: "http: {'http://localhost': {status: 200, timeout: 500}}", dialect: .goss),
    Case(name: "goss_a.yaml", text: "http: {'http://localhost': {status: 200}}", dialect: .goss),
    Case(
      name: "e.json", text: "{\"http\": {\"http://localhost\": {\"eventually\": \"5s\"}}}",
      dialect: .ovenproof),
  ]

  @Test(arguments: cases)
  func `Words of one dialect decide, then the name, and else it is told of`(example: Case) {
    let file = SourceFile(FileID(example.name), bytes: Array((example.text + "\n").utf8))
    let told = ToldDialect(of: file)
    #expect(told.dialect == example.dialect)
    #expect(told.remarks.count == (example.isToldOf ? 1 : 0))
  }
}
