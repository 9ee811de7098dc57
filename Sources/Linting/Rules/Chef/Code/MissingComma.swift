import Chef
package import Diagnostics
package import Lint
package import Project
import RubySyntax
import Source

/// Reports `raise Error "text"`, which calls a method of the error's name.
package struct MissingComma: ProjectRule {
  package static let id: RuleID = "chef/missing-comma"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    let met = Set(project.compileFaults.filter { $0.certainty == .sure }.map(\.location))
    for (run, file) in ChefStep.rubyFiles(in: project) {
      for place in file.outline.places(of: "raise") + file.outline.places(of: "fail") {
        guard file.outline.call(at: place)?.receiver == nil,
          let error = file.outline.arguments(at: place).first,
          let call = file.outline.call(of: error), call.form == .command, call.block == nil,
          let text = file.tree.nodes(in: call.arguments).first
        else { continue }
        let name = file.tree.spelling(of: call.selector)
        guard name.utf8.first.map({ (0x41...0x5A).contains($0) }) == true else { continue }
        if let receiver = call.receiver, file.tree.constantPath(of: receiver) == nil { continue }
        let selector = file.tree.location(of: call.selector)
        let gap = Location(
          selector.file, ByteRange(selector.range.end, file.tree.location(of: text).range.start))
        findings.add(
          "a comma is missing behind `\(name)`: Ruby calls a method of this name, which there is not",
          at: selector, atMost: met.contains(selector) ? .error : file.gravity(at: place),
          help: "write `\(name), \"…\"`",
          fix: Fix(.safe, edits: [.init(replacing: gap, with: ", ")]), chain: run.chain(to: file))
      }
    }
  }
}
