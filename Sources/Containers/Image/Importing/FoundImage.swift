/// An image whose parts were found, but not read yet.
struct FoundImage {
  struct Layer {
    let part: ImagePart
    /// For messages.
    let name: String
    /// Of the bytes as they lie there, where that is told.
    let digest: Digest?
    let diffID: Digest
  }

  let configurationBytes: [UInt8]
  let configuration: ImageConfiguration
  /// Bottom first.
  let layers: [Layer]
  /// Of the manifest, where there is one.
  let digest: Digest?
  var annotations: [ImageAnnotation] = []
}
