import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.JDBCType;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the views of schema minutes as any Java program does and prints what tests/clients/compare.py expects of a client.
 * ReadViews URL PASSWORD
 */
public class ReadViews {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter POINT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

    public static void main(String[] arguments) throws SQLException {
        try (Connection connection = DriverManager.getConnection(arguments[0] + "&password=" + encoded(arguments[1]))) {
            DatabaseMetaData catalog = connection.getMetaData();
            List<String> views = new ArrayList<>();
            try (ResultSet tables = catalog.getTables(null, "minutes", "%", new String[] {"VIEW"})) {
                while (tables.next()) {
                    views.add(tables.getString("TABLE_NAME"));
                    print("view", tables.getString("TABLE_NAME"), "remarks", tables.getString("REMARKS"));
                }
            }
            for (String view : views) {
                columns(catalog, view);
                rows(connection, view);
            }
            print("view", "", "writes", refused(connection), "schema", connection.getSchema());
        }
    }

    private static void columns(DatabaseMetaData catalog, String view) throws SQLException {
        try (ResultSet columns = catalog.getColumns(null, "minutes", view, "%")) {
            while (columns.next()) {
                JDBCType type = JDBCType.valueOf(columns.getInt("DATA_TYPE"));
                int size = columns.getInt("COLUMN_SIZE");
                String shown = type.getName();
                if (type == JDBCType.NUMERIC) {
                    shown += "(" + size + "," + columns.getInt("DECIMAL_DIGITS") + ")";
                } else if (type == JDBCType.VARCHAR && size != Integer.MAX_VALUE) {
                    shown += "(" + size + ")";
                }
                print("view", view, "column", columns.getString("COLUMN_NAME"), "type", shown, "remarks", columns.getString("REMARKS"));
            }
        }
    }

    private static void rows(Connection connection, String view) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from " + view)) {
            ResultSetMetaData shape = rows.getMetaData();
            while (rows.next()) {
                StringBuilder values = new StringBuilder();
                StringBuilder classes = new StringBuilder();
                for (int column = 1; column <= shape.getColumnCount(); column++) {
                    String separator = column == 1 ? "" : ",";
                    Object value = rows.getObject(column);
                    values.append(separator).append(quoted(text(rows, column, value)));
                    classes.append(separator).append(quoted(value == null ? "" : value.getClass().getSimpleName()));
                }
                System.out.println("{\"view\":" + quoted(view) + ",\"row\":[" + values + "],\"classes\":[" + classes + "]}");
            }
        }
    }

    private static String text(ResultSet rows, int column, Object value) throws SQLException {
        if (value == null) {
            return null;
        }
        if (value instanceof BigDecimal) {
            return ((BigDecimal) value).toPlainString();
        }
        if (value instanceof java.sql.Timestamp) {
            return rows.getObject(column, OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC).format(POINT);
        }
        if (value instanceof java.sql.Date) {
            return rows.getObject(column, LocalDate.class).toString();
        }
        if (value instanceof java.sql.Time) {
            return rows.getObject(column, LocalTime.class).format(TIME);
        }
        return value.toString();
    }

    /** The SQLSTATE of what happens to a login that writes, null where it may. */
    private static String refused(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table mine (x int)");
            return null;
        } catch (SQLException error) {
            return error.getSQLState();
        }
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static void print(String... namesAndValues) {
        StringBuilder line = new StringBuilder("{");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            line.append(i == 0 ? "" : ",").append(quoted(namesAndValues[i])).append(":").append(quoted(namesAndValues[i + 1]));
        }
        System.out.println(line.append("}"));
    }

    /** The text as JSON writes it, in ASCII alone, so that no terminal's encoding touches it. */
    private static String quoted(String text) {
        if (text == null) {
            return "null";
        }
        StringBuilder json = new StringBuilder("\"");
        for (char unit : text.toCharArray()) {
            if (unit == '"' || unit == '\\') {
                json.append('\\').append(unit);
            } else if (unit < ' ' || unit > '~') {
                json.append(String.format("\\u%04x", (int) unit));
            } else {
                json.append(unit);
            }
        }
        return json.append('"').toString();
    }
}
