import Packer
import Project
import Source

extension Project {
  /// The paths that a component names, as inputs of its step; a path named twice counts once.
  func inputs(of component: ComponentReference) -> [Step.Input] {
    var inputs: [Step.Input] = []
    for reference in references(of: component) {
      guard let input = input(reference), !inputs.contains(input) else { continue }
      inputs.append(input)
    }
    return inputs
  }

  /// The variables that are read between the brackets of a component, as inputs of its step.
  func variables(in component: ConfiguredComponent) -> [Step.Input] {
    // The uses are sorted by their places.
    let first = variableUses.partitioningIndex { $0.location >= component.location }
    let uses = variableUses[first...].prefix {
      $0.location.file == component.location.file && component.location.range.contains($0.location.range)
    }
    return Set(uses.map(\.value)).sorted().map { Step.Input(.variable, $0) }
  }

  private func input(_ reference: FileReference) -> Step.Input? {
    guard let path = reference.path else {
      return reference.written.map { Step.Input(.hole, $0) }
    }
    switch reference.state {
    case .unknown, .later: return Step.Input(.hole, path)
    default: break
    }
    let entry = entry(path)
    return Step.Input(entry?.kind == .directory ? .directory : .file, path, digest: entry?.digest)
  }
}

extension ProvisionerInput {
  /// The name under which the project knows the component.
  func reference(chain: Int = 0) -> ComponentReference {
    ComponentReference(component, in: build, chain: chain)
  }
}

extension [Located<String>] {
  /// The first index from which on the condition holds; it must hold for all after the first that it holds for.
  fileprivate func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var range = indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range = holds(self[middle]) ? range.lowerBound..<middle : middle + 1..<range.upperBound
    }
    return range.lowerBound
  }
}
