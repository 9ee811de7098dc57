/// One entry of a tar, its extended headers applied.
package struct TarEntry: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case file, hardLink, symlink, characterDevice, blockDevice, directory, fifo
  }

  /// The name as it is written: raw bytes, hostile ones included.
  package var name: [UInt8]
  package var kind: Kind
  /// Permission bits with setuid, setgid and sticky.
  package var mode: UInt32 = 0o644
  package var owner: UInt32 = 0
  package var group: UInt32 = 0
  /// Bytes of content, holes included.
  package var size = 0
  /// Where the data lies of a file with holes; nil of a file whose content stands in the tar as it is.
  package var map: SparseMap?
  /// Seconds since 1970.
  package var modified = 0
  /// Where a link points.
  package var link: [UInt8] = []
  package var device = DeviceNumber(major: 0, minor: 0)
  package var attributes: [ExtendedAttribute] = []
  /// Where the content starts in the stream of the tar.
  package var contentOffset = 0

  package init(_ name: [UInt8], _ kind: Kind) {
    self.name = name
    self.kind = kind
  }

  /// The name for messages.
  package var shownName: String { Self.shown(name) }

  /// A name or target for messages: of a long one the beginning, and how long it is.
  package static func shown(_ name: [UInt8]) -> String {
    let most = 256
    guard name.count > most else { return String(decoding: name, as: UTF8.self) }
    // A scalar that is cut apart would be shown as one that is not in the name.
    let end = name[..<most].lastIndex { $0 & 0xC0 != 0x80 } ?? most
    return String(decoding: name[..<end], as: UTF8.self) + "… (\(name.count) bytes)"
  }
}
