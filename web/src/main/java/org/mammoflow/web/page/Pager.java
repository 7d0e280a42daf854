package org.mammoflow.web.page;

/**
 * Where a list is: which page, of how many.
 *
 * @param page from 1 on; may lie past the end, since a list shrinks while somebody pages through it
 * @param total rows of the whole list
 * @param address of the list without its page
 */
public record Pager(int page, int size, long total, String address) {

    public int first() {
        return (page - 1) * size;
    }

    public long pages() {
        return Math.max(1, (total + size - 1) / size);
    }

    public boolean hasPrevious() {
        return page > 1;
    }

    public boolean hasNext() {
        return page < pages();
    }

    public String previousAddress() {
        return onPage(Math.min(page - 1, pages()));
    }

    public String nextAddress() {
        return onPage(page + 1L);
    }

    public String lastAddress() {
        return onPage(pages());
    }

    public long firstShown() {
        return total == 0 ? 0 : first() + 1L;
    }

    public long lastShown() {
        return Math.min(total, (long) first() + size);
    }

    private String onPage(long number) {
        String between = address.contains("?") ? "&" : "?";
        return number <= 1 ? address : address + between + "page=" + number;
    }
}
