import ArgumentParser
import DataSyntax
import Diagnostics
import Expectation
import Lint
import Packer
import RuleCatalog

/// `ovenproof schema`: JSON Schemas for editors and for programs that read our reports.
struct SchemaCommand: OvenproofVerb {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print a JSON Schema: of templates and settings for editors, or of what a command writes.",
    discussion: """
      `template` is made from what is known of Packer's components: an editor with it completes their options in \
      JSON and YAML, those of the configuration's own \
      component files among them. `configuration` does the same for `.ovenproof.yaml`, and `spec` for specs. The others describe the JSON that commands \
      write: \(names.filter { $0 != "configuration" }.joined(separator: ", ")).
      """)

  @Argument(help: ArgumentHelp("`template`, `configuration`, `spec`, or a shape.", valueName: "name"))
  var name: String

  private static var names: [String] { RuleCatalog.schemas.keys.sorted() }

  func perform(in workplace: Workplace) async throws -> ExitStatus {
    if name == "template" {
      let own = SettingsListing.ownComponents(for: ".", in: workplace.disk)
      let catalog = ComponentCatalog.load(.embedded + own).catalog
      try workplace.console.write(TemplateSchema(catalog).json.indented)
      return .success
    }
    if name == "spec" {
      try workplace.console.write(SpecSchema().json.indented)
      return .success
    }
    guard let schema = RuleCatalog.schemas[name] else {
      let known = ["template", "spec"] + Self.names
      let near = Suggestion.nearest(to: name, among: known).map { "did you mean `\($0)`? " } ?? ""
      throw CommandFault(
        .usage, "there is no schema `\(name)`", help: near + "there are \(known.joined(separator: ", "))")
    }
    try workplace.console.write(schema)
    return .success
  }
}
