import Image

/// What a container of the native engine starts from.
struct BaseTree: Sendable {
  let configuration: ImageConfiguration
  /// Folders with the unpacked layers, the top one first.
  let layers: [String]
}
