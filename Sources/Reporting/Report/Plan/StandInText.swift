import Diagnostics
package import Plan
import Project
package import Source

/// What is assumed of the container that stands in for a machine, for people.
package struct StandInText {
  private let build: BuildPlan
  private let sources: SourceSet

  package init(_ build: BuildPlan, sources: SourceSet) {
    self.build = build
    self.sources = sources
  }

  /// A line on the choice, one on the user, and what the container cannot show; none where nothing stands in.
  package var lines: [String] {
    guard let plan = build.standIn else { return [] }
    let standIn = plan.standIn
    var lines = ["`\(standIn.image)` stands in for \(plan.machine), \(why)"]
    lines.append("its steps work as the user `\(standIn.user)`; post-processors are not run")
    lines += standIn.limits.map { "a container cannot show \($0)" }
    return (lines + unseen).map { VisibleText.line($0) }
  }

  /// The calls of scripts that mean nothing in a container, with the place of each.
  package var unseen: [String] {
    guard let plan = build.standIn else { return [] }
    return build.steps.flatMap { plan.unseen[$0.id] ?? [] }.map {
      "nor what is called at \(sources.words(for: $0.location)): \($0.value)"
    }
  }

  private var why: String {
    switch build.standIn?.standIn.evidence {
    case .words(let text, let option)?:
      "by the words `\(text.value)` of `\(option)` at \(sources.words(for: text.location))"
    case .named(let location?)?: "as the settings say at \(sources.words(for: location))"
    case .named(nil)?, nil: "as the command line says"
    }
  }
}
