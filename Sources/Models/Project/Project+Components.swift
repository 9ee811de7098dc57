package import Packer

extension Project {
  /// The component that a reference names; nil where the project has none.
  package func component(_ reference: ComponentReference) -> ConfiguredComponent? {
    guard let build = builds.first(where: { $0.name == reference.build }) else { return nil }
    switch reference.kind {
    case .builder: return build.builder
    case .provisioner:
      if reference.position == 0 { return build.errorCleanup }
      return build.provisioners.first { $0.position == reference.position }
    case .postProcessor:
      guard build.postProcessors.indices.contains(reference.chain - 1) else { return nil }
      return build.postProcessors[reference.chain - 1].first { $0.position == reference.position }
    }
  }
}
