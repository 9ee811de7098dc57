/// A path at which two images differ.
package struct EntryDifference: Sendable {
  /// What of two entries can differ.
  package enum Attribute: String, Sendable, CaseIterable {
    case type, mode, owner, group, size, content
    case target = "link-target"
    case device
    case extendedAttributes = "xattrs"
    case modified = "time"
  }

  package let path: String
  /// What stands there in the first image; nil for nothing.
  package let a: ImageEntry?
  package let b: ImageEntry?
  /// Why they differ, in the order of `Attribute`; empty where only one of them is there.
  package let attributes: [Attribute]
  /// The layer that makes the difference, where that can be told.
  package let layer: ComparedLayer?
  /// The difference of small texts as `diff -u` writes it, secrets masked; empty for all else.
  package let textDifference: [UInt8]
}

/// A layer of one of two images.
package struct ComparedLayer: Sendable, Hashable {
  package enum Side: String, Sendable { case a, b }

  package let side: Side
  /// From the bottom, from 1.
  package let number: Int
  /// Of the plain tar, where the image tells it.
  package let digest: Digest?
}
