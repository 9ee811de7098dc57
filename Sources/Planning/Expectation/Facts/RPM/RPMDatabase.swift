import Image
import Source

/// The packages that rpm has installed, from whichever of its stores is there: SQLite's (Fedora 33, Red Hat 9), rpm's own
/// (SUSE), Berkeley DB's (Red Hat 8 and before).
enum RPMDatabase {
  /// Where distributions keep it; one may be a link to another.
  private static let folders = ["/usr/lib/sysimage/rpm", "/var/lib/rpm", "/usr/share/rpm"]
  private static let stores:
    [(file: String, headers: @Sendable ([UInt8]) throws(DatabaseFault) -> [[UInt8]])] = [
      ("rpmdb.sqlite", SQLiteStore.headers), ("Packages.db", NativeStore.headers),
      ("Packages", BerkeleyStore.headers),
    ]

  /// The packages and the file that holds them; absent where there is none.
  static func read(from image: any ImageView, limit: Int) throws(ImageError) -> Known<
    (source: String, packages: [PackageDatabase.Package])
  > {
    for folder in folders {
      for store in stores {
        let path = "\(folder)/\(store.file)"
        switch try image.read(path, limit: limit) {
        case .absent: continue
        case .unknown(let reason): return .unknown(reason)
        case .value(let bytes):
          if try hasUnwrittenChanges(path, in: image) {
            return .unknown(
              UnknownReason(
                "`\(path)-wal` holds changes that rpm has not written back; `rpmdb --rebuilddb` as the last step does"
              ))
          }
          do throws(DatabaseFault) {
            return .value((path, try packages(try store.headers(bytes))))
          } catch {
            return .unknown(UnknownReason("`\(path)` cannot be read: \(error.message)"))
          }
        }
      }
    }
    return .absent
  }

  /// A record that cannot be read is no package less: what it holds is not known.
  private static func packages(_ headers: [[UInt8]]) throws(DatabaseFault) -> [PackageDatabase.Package] {
    var packages: [PackageDatabase.Package] = []
    for header in headers {
      guard let package = RPMHeader(header)?.package else {
        throw DatabaseFault("a record in it is damaged or names no package")
      }
      packages.append(package)
    }
    return packages
  }

  /// Whether a log beside a database of SQLite holds what is not yet in it.
  private static func hasUnwrittenChanges(_ path: String, in image: any ImageView) throws(ImageError) -> Bool
  {
    guard path.hasSuffix(".sqlite") else { return false }
    return (try image.entry(at: path + "-wal").value?.size ?? 0) > 0
  }
}
