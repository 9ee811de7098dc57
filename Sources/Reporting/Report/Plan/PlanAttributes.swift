import Baking
import Chef
import DataSyntax
import Diagnostics
package import Plan
package import Source

/// The attributes of the nodes that a plan's Chef provisioners converge, with what sets each.
package struct PlanAttributes {
  private let plan: Plan
  private let sources: SourceSet

  package init(_ plan: Plan, sources: SourceSet) {
    self.plan = plan
    self.sources = sources
  }

  /// A line for each attribute: its path, value, level and place.
  package var text: String {
    var lines: [String] = []
    for build in plan.builds {
      let mask = SecretMask(of: build)
      for step in build.steps {
        guard let compilation = step.compilation else { continue }
        lines.append("\(build.name), \(step.id):")
        lines += compilation.attributes.map { ConcealedText.masking(mask.masking(line($0))) }
      }
    }
    return lines.isEmpty ? "no step converges with Chef\n" : lines.joined(separator: "\n") + "\n"
  }

  private func line(_ attribute: CompiledAttribute) -> String {
    let value = String(decoding: attribute.value.json.compact, as: UTF8.self)
    let path = attribute.path.map { VisibleText.line($0) }.joined(separator: ".")
    return "  \(path) = \(VisibleText.line(value))  (\(attribute.level.words)\(place(attribute.location)))"
  }

  private func place(_ location: Location?) -> String {
    guard let location else { return "" }
    let line = sources[location.file]?.position(at: location.range.start).line
    return ", \(location.file.path)" + (line.map { ":\($0)" } ?? "")
  }
}

extension Plan {
  /// What a file that a Chef provisioner makes would hold; nil where no step makes one whose content can be told.
  package func content(ofFile path: String) -> String? {
    for build in builds {
      for step in build.steps {
        let file = step.compilation?.files.last { $0.path == path && $0.content != nil }
        if let content = file?.content {
          return ConcealedText.masking(
            SecretMask(of: build).masking(String(decoding: content, as: UTF8.self)))
        }
      }
    }
    return nil
  }

  /// The paths of the files whose content can be told, sorted.
  package var shownFiles: [String] {
    let files = builds.flatMap(\.steps).flatMap { $0.compilation?.files ?? [] }
    return Set(files.filter { $0.content != nil }.map(\.path)).sorted()
  }
}
