package import Packer

extension Project {
  /// The component that a reference names; nil where the project has none.
  package func component(_ reference: ComponentReference) -> ConfiguredComponent? {
    guard let build = builds.first(where: { $0.name == reference.build }) else { return nil }
    switch reference.kind {
    case .builder: return build.builder
    case .provisioner:
      if reference.position == 0 { return build.errorCleanup }
      return build.provisioner(at: reference.position)
    case .postProcessor:
      guard build.postProcessors.indices.contains(reference.chain - 1) else { return nil }
      return build.postProcessors[reference.chain - 1].first { $0.position == reference.position }
    }
  }
}

extension Build {
  /// The provisioner with a position; they are in its order, some left out.
  fileprivate func provisioner(at position: Int) -> ConfiguredComponent? {
    var range = provisioners.indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if provisioners[middle].position == position { return provisioners[middle] }
      range =
        provisioners[middle].position < position ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }
}
