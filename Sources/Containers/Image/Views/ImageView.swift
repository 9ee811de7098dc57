package import Source

/// The content of an image, read without starting it. A view of an image at rest never answers unknown; a predicted one does.
package protocol ImageView: Sendable {
  /// How people name the image.
  var reference: String { get }
  /// The digest of its manifest, or of its configuration where it has no manifest; nil for a prediction.
  var digest: Digest? { get }
  var configuration: Known<ImageConfiguration> { get }

  /// The entry at an absolute path; links are followed in the folders on the way, not at the end.
  func entry(at path: String) throws(ImageError) -> Known<ImageEntry>
  /// Everything under an absolute path at any depth, in the byte order of paths, the path itself left out.
  func entries(under path: String) throws(ImageError) -> Known<[ImageEntry]>
  /// The content of a regular file; links are followed to the end.
  func read(_ path: String, limit: Int) throws(ImageError) -> Known<[UInt8]>
}

/// A file system object of an image.
package struct ImageEntry: Sendable, Hashable {
  package enum Kind: String, Sendable {
    case file, directory, symlink, fifo
    case characterDevice = "character-device"
    case blockDevice = "block-device"
  }

  /// Absolute, without a slash at the end.
  package let path: String
  package let kind: Kind
  /// Permission bits with setuid, setgid and sticky.
  package let mode: UInt32
  package let owner: UInt32
  package let group: UInt32
  /// Bytes of content; 0 for all but regular files.
  package let size: Int
  /// Seconds since 1970.
  package let modified: Int
  /// Where a symbolic link points.
  package let target: String?
  package let extendedAttributes: [String: [UInt8]]

  package init(
    path: String, kind: Kind, mode: UInt32, owner: UInt32 = 0, group: UInt32 = 0, size: Int = 0, modified: Int = 0,
    target: String? = nil, extendedAttributes: [String: [UInt8]] = [:]
  ) {
    self.path = path
    self.kind = kind
    self.mode = mode
    self.owner = owner
    self.group = group
    self.size = size
    self.modified = modified
    self.target = target
    self.extendedAttributes = extendedAttributes
  }
}

/// Why an image could not be found, read or written.
package struct ImageError: Error, Sendable, Hashable, CustomStringConvertible {
  package enum Kind: Sendable, Hashable {
    /// No image of that name where it was looked for.
    case notFound
    /// The bytes break the format or a digest; hostile entries included.
    case malformed
    /// A registry or a tool refused or could not be reached.
    case refused
    /// The machine: a disk, a permission, a missing program.
    case machine
  }

  package let kind: Kind
  /// One sentence, lower-case, no final stop.
  package let message: String

  package init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  package var description: String { message }
}
