log Process::Status.to_s
log Process.euid.to_s
log Process::UID.eid.to_s
log File::SEPARATOR
log File::Stat.new('/x').size.to_s
log File::RDONLY.to_s
log IO::NULL.to_s rescue nil
log Float::INFINITY.to_s
log Float::EPSILON.to_s
log Float::NAN.nan?.to_s
log Math::PI.to_s
log Encoding::UTF_8.name
