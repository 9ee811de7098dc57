/// What one layer says of one path; names and other texts lie in the bytes of its index.
///
/// Of a fixed size and without references, so that an index is saved and loaded as it lies in memory.
package struct LayerRecord: Sendable, BitwiseCopyable {
  package enum Kind: UInt8, Sendable, BitwiseCopyable {
    case file, directory, symlink, fifo, characterDevice, blockDevice
    /// Takes the path of the layers below away.
    case whiteout
  }

  /// A run of the index's bytes.
  package struct Text: Sendable, BitwiseCopyable {
    package var start: UInt32 = 0
    package var count: UInt32 = 0
  }

  package var path = Text()
  /// Where a symbolic link points; of a further name of a file, its first one.
  package var target = Text()
  /// The extended attributes, in the form of `AttributeList`.
  package var attributes = Text()
  /// Where the data lies of a file with holes, in the form of `SparseMap`; `hasHoles` tells whether it is one.
  package var map = Text()
  package var size: Int64 = 0
  package var modified: Int64 = 0
  /// Where a file's content starts in the plain layer.
  package var contentOffset: Int64 = 0
  package var mode: UInt32 = 0
  package var owner: UInt32 = 0
  package var group: UInt32 = 0
  package var major: UInt32 = 0
  package var minor: UInt32 = 0
  private var kindCode: UInt8 = 0
  private var flags: UInt8 = 0
  private var unused: UInt16 = 0

  package init(_ kind: Kind) { kindCode = kind.rawValue }

  package var kind: Kind {
    get { Kind(rawValue: kindCode) ?? .file }
    set { kindCode = newValue.rawValue }
  }

  /// Whether a folder hides what the layers below have in it.
  package var isOpaque: Bool {
    get { flags & 1 != 0 }
    set { flags = newValue ? flags | 1 : flags & ~1 }
  }

  /// Whether no entry names this folder: it is there only for what lies in it, and looks as in the layer below.
  package var isImplied: Bool {
    get { flags & 2 != 0 }
    set { flags = newValue ? flags | 2 : flags & ~2 }
  }

  /// Whether this is a further name of a file; `target` is its first name.
  package var isHardLink: Bool {
    get { flags & 4 != 0 }
    set { flags = newValue ? flags | 4 : flags & ~4 }
  }

  /// Whether the layer leaves out runs of zeros of a file.
  package var hasHoles: Bool {
    get { flags & 8 != 0 }
    set { flags = newValue ? flags | 8 : flags & ~8 }
  }

  /// Whether a loaded record's kind is one that is known.
  var hasKnownKind: Bool { Kind(rawValue: kindCode) != nil }
}
