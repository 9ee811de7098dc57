import Packer
import Source

extension PathOption {
  /// The option that a path of the catalog belongs to; nil where nothing needs to be there before the build.
  init?(_ path: NamedPath) {
    guard let kind = Self.kind(of: path) else { return nil }
    self.init(path.option.value, kind, takesPatterns: path.kind == .anyOrPattern)
  }

  /// What an earlier build makes, or somebody fetches, for it is too large for a repository.
  private static let machineImages: Set = [
    "source_path", "secondary_iso_images", "clone_from_vmcx_path", "guest_additions_path",
    "vmx_template_path",
  ]

  private static func kind(of path: NamedPath) -> FileReference.Kind? {
    let name = path.option.value
    if machineImages.contains(name), !path.isOwn { return .machineImage }
    switch path.kind {
    case .privateKey, .rsaPrivateKey: return .privateKey
    case .certificate: return .certificate
    case .googleAccount: return .accountFile
    case .file, .jsonObject, .any, .anyOrPattern:
      // Whoever describes a component of their own says which file is a key.
      if path.isOwn { return path.kind == .file ? .file : .path }
      if name.hasSuffix("key_file") || name.hasSuffix("key_path") { return .privateKey }
      if name.hasSuffix("cert_file") || name.hasSuffix("cert_path") { return .certificate }
      return path.kind == .file ? .file : .path
    case .folder: return .directory
    case .nothing, .notFolder, .checksumFile, .unchecked: return nil
    }
  }
}
