import CSQLite

/// The store of today's rpm, `rpmdb.sqlite`: headers in the column `blob` of the table `Packages`.
enum SQLiteStore {
  /// What a query of a real database takes is far below: so many operations of SQLite's machine.
  private static let mostSteps: Int32 = 200_000
  private static let stepSize: Int32 = 1000

  /// The headers of the installed packages; the bytes are looked at in memory, and nothing is written.
  static func headers(_ bytes: [UInt8]) throws(DatabaseFault) -> [[UInt8]] {
    guard bytes.starts(with: Array("SQLite format 3\0".utf8)), bytes.count > 100 else {
      throw DatabaseFault("it is no database of SQLite")
    }
    var bytes = bytes
    // A database in memory has no log: it is read as one that never had any.
    (bytes[18], bytes[19]) = (1, 1)
    let result = bytes.withUnsafeMutableBufferPointer { bytes in
      Result { () throws(DatabaseFault) in try headers(in: bytes) }
    }
    return try result.get()
  }

  private static func headers(in bytes: UnsafeMutableBufferPointer<UInt8>) throws(DatabaseFault) -> [[UInt8]]
  {
    var opened: OpaquePointer?
    defer { sqlite3_close(opened) }
    guard sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE, nil) == SQLITE_OK, let database = opened
    else { throw DatabaseFault("SQLite cannot be started") }
    let size = Int64(bytes.count)
    guard
      sqlite3_deserialize(
        database, "main", bytes.baseAddress, size, size, UInt32(SQLITE_DESERIALIZE_READONLY)) == SQLITE_OK
    else { throw fault(of: database) }
    // Whoever made the image made its schema, too: a view may compute for ever.
    var rounds: Int32 = 0
    return try withUnsafeMutablePointer(to: &rounds) { rounds in
      sqlite3_progress_handler(
        database, stepSize,
        { context in
          guard let rounds = context?.assumingMemoryBound(to: Int32.self) else { return 1 }
          rounds.pointee += 1
          return rounds.pointee > SQLiteStore.mostSteps ? 1 : 0
        }, rounds)
      return Result { () throws(DatabaseFault) in try rows(of: database, limit: bytes.count) }
    }.get()
  }

  private static func rows(of database: OpaquePointer, limit: Int) throws(DatabaseFault) -> [[UInt8]] {
    var prepared: OpaquePointer?
    defer { sqlite3_finalize(prepared) }
    guard
      sqlite3_prepare_v2(database, "SELECT blob FROM Packages ORDER BY hnum", -1, &prepared, nil) == SQLITE_OK
    else { throw fault(of: database) }
    var headers: [[UInt8]] = []
    var total = 0
    while true {
      switch sqlite3_step(prepared) {
      case SQLITE_DONE: return headers
      case SQLITE_ROW:
        let count = Int(sqlite3_column_bytes(prepared, 0))
        total += count
        guard total <= limit else { throw DatabaseFault("its rows are more than it holds") }
        headers.append(
          sqlite3_column_blob(prepared, 0).map { Array(UnsafeRawBufferPointer(start: $0, count: count)) }
            ?? [])
      default: throw fault(of: database)
      }
    }
  }

  private static func fault(of database: OpaquePointer) -> DatabaseFault {
    DatabaseFault("SQLite says: \(String(cString: sqlite3_errmsg(database)))")
  }
}
