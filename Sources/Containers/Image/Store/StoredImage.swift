/// An image that rests in a store: its layers are plain tars.
package struct StoredImage: Sendable, Hashable {
  /// Why an image is in the store, which decides when it may go.
  package enum Purpose: String, Sendable, Hashable {
    /// Imported, committed or tagged by the user: goes only when asked.
    case kept
    /// Fetched from a registry or an engine: may be fetched again.
    case pulled
    /// A step's result: may be made again.
    case snapshot
  }

  /// The digest of the manifest in this store.
  package let digest: Digest
  /// The names in the store, sorted.
  package let names: [ImageReference]
  /// The digest under which a registry holds it, where it came from one: layers rest here unpacked, so ours differs.
  package let sourceDigest: Digest?
  package let purpose: Purpose
  package let manifest: ImageManifest
  package let configuration: ImageConfiguration

  /// Bytes of all layers.
  package var size: Int { manifest.layers.reduce(0) { $0 + $1.size } }

  /// How people name it: a name, or the start of its digest.
  package var shownName: String { names.first?.familiar ?? digest.short }
}
