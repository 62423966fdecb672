package org.mneme.model.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mneme.model.io.Samples.npy;
import static org.mneme.model.io.Samples.npz;
import static org.mneme.model.io.Samples.patterns;
import static org.mneme.model.io.Samples.refused;
import static org.mneme.model.io.Samples.write;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mneme.model.PatternSet;

class NumpyPatternsTest {
    /** The signs that make_resources.py writes. */
    static final int[][] FORMULA = new int[5][70];

    private static final int[][] DILUTED = new int[5][70];

    static {
        for (int mu = 0; mu < 5; mu++) {
            for (int i = 0; i < 70; i++) {
                FORMULA[mu][i] = (3 * mu + 5 * i + mu * i) % 4 < 2 ? 1 : -1;
                DILUTED[mu][i] = (mu + i) % 3 == 0 ? 0 : FORMULA[mu][i];
            }
        }
    }

    private static final byte[] SIX = {1, 1, 0, 0, 1, 0};

    @TempDir
    private Path folder;

    private PatternSet read(byte[] content) {
        return NumpyPatterns.read(write(folder, "p.npy", content), Optional.empty(), false);
    }

    private PatternSet read(byte[] content, String member) {
        return NumpyPatterns.read(write(folder, "p.npz", content), Optional.of(member), false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bool.npy",
                "int8-fortran.npy",
                "int64.npy",
                "int16-big.npy",
                "uint32.npy",
                "float16.npy",
                "float32-big-fortran.npy",
                "float64.npy",
                "version2.npy",
                "version3.npy",
                "one.npz"
            })
    void filesOfNumpyAreRead(String name) {
        assertEquals(patterns(FORMULA), NumpyPatterns.read(Samples.resource(name), Optional.empty(), false));
    }

    @Test
    void dilutedArraysOfNumpyAreRead() {
        Path file = Samples.resource("diluted.npy");
        assertEquals(patterns(DILUTED), NumpyPatterns.read(file, Optional.empty(), true));
        MixedSignsException e =
                refused(MixedSignsException.class, () -> NumpyPatterns.read(file, Optional.empty(), false));
        assertEquals(new Place.Element(0, 2), e.place());
        assertEquals(new Place.Element(0, 0), e.other());
    }

    @Test
    void membersAreFoundByNameAndListedOtherwise() {
        Path file = Samples.resource("two.npz");
        assertEquals(patterns(FORMULA), NumpyPatterns.read(file, Optional.of("signs"), false));
        assertEquals(patterns(DILUTED), NumpyPatterns.read(file, Optional.of("diluted.npy"), true));
        ArchiveMemberException none =
                refused(ArchiveMemberException.class, () -> NumpyPatterns.read(file, Optional.empty(), false));
        assertEquals(List.of("signs", "diluted"), none.names());
        ArchiveMemberException wrong =
                refused(ArchiveMemberException.class, () -> NumpyPatterns.read(file, Optional.of("sign"), false));
        assertEquals(Optional.of("sign"), wrong.wanted());
        assertTrue(String.valueOf(wrong.getMessage()).contains("signs, diluted"));
        refused(
                UnsupportedFormatException.class,
                () -> NumpyPatterns.read(Samples.resource("bool.npy"), Optional.of("bool"), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vector.npy", "cube.npy", "complex.npy", "objects.npy", "records.npy", "grey8.png"})
    void otherArraysAreRefused(String name) {
        refused(
                UnsupportedFormatException.class,
                () -> NumpyPatterns.read(Samples.resource(name), Optional.empty(), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'descr': '|u1', 'fortran_order': False, 'shape': (2, 3), }",
                "{'shape':(2,3),'fortran_order':False,'descr':'|u1'}",
                " { \"descr\" : \"|b1\" , \"fortran_order\" : False , \"shape\" : ( 2 , 3 , ) } \n",
                "{'descr': '<u1', 'fortran_order': False, 'shape': (2L, 3L)}"
            })
    void headersMayBeWrittenInEveryWay(String header) {
        assertEquals(patterns(new int[][] {{1, 1, -1}, {-1, 1, -1}}), read(npy(header, SIX)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{'descr': '|u1', 'fortran_order': False}",
                "{'descr': '|u1', 'descr': '|u1', 'fortran_order': False, 'shape': (2, 3)}",
                "{'descr': '|u1', 'fortran_order': False, 'shape': (2, 3), 'more': 1}",
                "{'descr': '|u1', 'fortran_order': 0, 'shape': (2, 3)}",
                "{'descr': '|u1', 'fortran_order': False, 'shape': [2, 3]}",
                "{'descr': '|u1', 'fortran_order': False, 'shape': (-2, -3)}",
                "{'descr': '|u1', 'fortran_order': False, 'shape': (2, 3)} + {}",
                "{'descr': '|u1', 'fortran_order': False, 'shape': (2, 3)",
                "{'descr: '|u1', 'fortran_order': False, 'shape': (2, 3)}",
                "{'descr': '|u1', 'fortran_order': False, 'shape': (__import__('os'), 3)}",
                "{'descr': '|u1', 'fortran_order': False, 'shape': (2, 3000000000000000000)}",
                "{'descr' '|u1', 'fortran_order': False, 'shape': (2, 3)}"
            })
    void malformedHeadersAreRefused(String header) {
        refused(MalformedFileException.class, () -> read(npy(header, SIX)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"|O", "<c16", "<U3", "<M8[s]", "<f16", "=i4", "|i4", "b1", "<i3", "<x4"})
    void otherElementTypesAreRefused(String type) {
        UnsupportedFormatException e =
                refused(UnsupportedFormatException.class, () -> read(npy(type, false, "(2, 3)", SIX)));
        assertTrue(e.found().contains(type), e.found());
    }

    @Test
    void otherVersionsAndOverlongHeadersAreRefused() {
        byte[] content = npy("|u1", false, "(2, 3)", SIX);
        content[6] = 4;
        refused(UnsupportedFormatException.class, () -> read(content));
        byte[] huge = content.clone();
        huge[6] = 2;
        Arrays.fill(huge, 8, 12, (byte) 0x7f);
        refused(TooLargeException.class, () -> read(huge));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(2, 4)", "(2147483639, 1)", "(1, 1073741824)", "(2000000, 60000)", "(3, 3)", "(100000, 1000)"})
    void shapesBeyondTheFileAreRefusedBeforeTheyAreAllocated(String shape) {
        TruncatedFileException e = refused(TruncatedFileException.class, () -> read(npy("|u1", true, shape, SIX)));
        assertTrue(e.expected() > e.actual());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(3000000000, 1)",
                "(2147483647, 1)",
                "(1, 1073741825)",
                "(2147483647, 65)",
                "(999999999999999999, 999999999999999999)"
            })
    void shapesThatNoMemoryHoldsAreRefused(String shape) {
        refused(TooLargeException.class, () -> read(npy("<f8", false, shape, SIX)));
    }

    @Test
    void emptyShapesAreRefused() {
        refused(EmptyFileException.class, () -> read(npy("|u1", false, "(0, 3)", new byte[0])));
        refused(EmptyFileException.class, () -> read(npy("|u1", false, "(3, 0)", new byte[0])));
        refused(EmptyFileException.class, () -> read(new byte[0]));
    }

    @Test
    void everyTruncationAndATrailingByteAreRefused() {
        byte[] content = npy("<i2", false, "(1, 3)", SIX);
        for (int length = 1; length < content.length; length++) {
            byte[] cut = Arrays.copyOf(content, length);
            refused(TruncatedFileException.class, () -> read(cut));
        }
        TrailingBytesException e =
                refused(TrailingBytesException.class, () -> read(Arrays.copyOf(content, content.length + 1)));
        assertEquals(content.length, e.end());
    }

    @Test
    void otherValuesAreRefusedWithTheirExactValueAndIndices() {
        ByteBuffer data = ByteBuffer.allocate(48).order(ByteOrder.LITTLE_ENDIAN);
        data.putLong(32, -1);
        byte[] unsigned = npy("<u8", false, "(2, 3)", data.array());
        BadCellException e = refused(BadCellException.class, () -> read(unsigned));
        assertEquals("18446744073709551615", e.value());
        assertEquals(new Place.Element(1, 1), e.place());
        byte[] signed = npy("<i8", false, "(2, 3)", data.array());
        assertEquals(-1, refused(MixedSignsException.class, () -> read(signed)).value());
        data.putDouble(32, Double.NaN);
        assertEquals(
                "NaN",
                refused(BadCellException.class, () -> read(npy("<f8", true, "(2, 3)", data.array())))
                        .value());
        byte[] two = SIX.clone();
        two[5] = 2;
        assertEquals(
                new Place.Element(1, 2),
                refused(BadCellException.class, () -> read(npy("|b1", true, "(2, 3)", two)))
                        .place());
    }

    @Test
    void damagedArchivesAreRefused() {
        byte[] array = npy("|u1", false, "(2, 3)", SIX);
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("a.npy", array);
        members.put("notes.txt", new byte[] {1});
        for (boolean deflated : new boolean[] {false, true}) {
            byte[] archive = npz(members, deflated);
            assertEquals(2, read(archive).count());
            assertEquals(2, read(archive, "a").count());
            refused(ArchiveMemberException.class, () -> read(archive, "notes.txt"));
            refused(MalformedFileException.class, () -> read(Arrays.copyOf(archive, archive.length - 30)));
        }
        byte[] wrong = npz(members, false);
        int at = indexOf(wrong, SIX);
        wrong[at] ^= 1;
        MalformedFileException e = refused(MalformedFileException.class, () -> read(wrong));
        assertTrue(e.problem().contains("checksum"), e.problem());
        refused(ArchiveMemberException.class, () -> read(npz(Map.of(), true)));
    }

    @Test
    void membersThatEndEarlyOrLateAreRefused() {
        byte[] array = npy("|u1", false, "(2, 3)", SIX);
        for (boolean deflated : new boolean[] {false, true}) {
            refused(
                    TruncatedFileException.class,
                    () -> read(npz(Map.of("a.npy", Arrays.copyOf(array, array.length - 1)), deflated)));
            refused(
                    TrailingBytesException.class,
                    () -> read(npz(Map.of("a.npy", Arrays.copyOf(array, array.length + 1)), deflated)));
        }
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int i = 0; i + wanted.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        throw new AssertionError("absent");
    }
}
